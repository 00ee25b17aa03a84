chrome.runtime.onInstalled.addListener(() => chrome.browserAction.setIcon({ path: icon() }));
