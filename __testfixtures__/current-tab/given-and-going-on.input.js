let last;
chrome.action.onClicked.addListener(() => {
  last = undefined;
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
    last = tab.id;
  });
  chrome.action.setBadgeText({ text: String(last) });
});
chrome.action.onClicked.addListener(() => {
  for (const text of ['a', 'b']) {
    chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.action.setBadgeText({ tabId: tab.id, text }));
  }
});
chrome.action.onClicked.addListener(() => {
  if (last) chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.tabs.reload(tab.id));
});
