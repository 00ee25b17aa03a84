chrome.action.onClicked.addListener(() => {
  chrome.tabs.create({ url: 'page.html' });
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.tabs.reload(tab.id));
});

chrome.pageAction.onClicked.addListener(() => {
  show();
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.tabs.reload(tab.id));
});

function show() {
  chrome.windows.create({ url: 'page.html' });
}
