chrome.browserAction.onClicked.addListener(() => chrome.runtime.openOptionsPage());
