chrome.contextMenus.onClicked.addListener((info, tab) => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([active]) => chrome.tabs.reload(active.id));
});
