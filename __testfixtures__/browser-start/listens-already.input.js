chrome.runtime.onStartup.addListener(() => console.log('started'));
chrome.browserAction.setBadgeText({ text: '?' });
