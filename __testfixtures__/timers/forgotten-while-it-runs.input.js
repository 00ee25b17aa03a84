let timer;

chrome.tabs.onCreated.addListener(() => {
  clearTimeout(timer);
  timer = setTimeout(() => chrome.tabs.create({ url: 'idle.html' }), 60000);
});
chrome.tabs.onRemoved.addListener(() => {
  timer = undefined;
});
