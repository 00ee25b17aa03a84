let closing;

chrome.tabs.onCreated.addListener(() => {
  closing = setTimeout(() => chrome.tabs.create({ url: 'many.html' }), 60000);
});
chrome.tabs.onRemoved.addListener(() => clearTimeout(closing));
