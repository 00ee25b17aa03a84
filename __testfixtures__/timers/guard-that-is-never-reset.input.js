let timer;

chrome.tabs.onCreated.addListener(() => {
  if (timer) return;
  timer = setTimeout(() => chrome.tabs.create({ url: 'first.html' }), 60000);
});
