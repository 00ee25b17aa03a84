chrome.tabs.onZoomChange.addListener(({ tabId }) => console.log(tabId));

chrome.storage.onChanged.addListener(console.log);
