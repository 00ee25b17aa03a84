chrome.browserAction.setBadgeText({ text: '' });

chrome.tabs.onCreated.addListener(() => {
  chrome.browserAction.setBadgeText({ text: 'new' });
});
