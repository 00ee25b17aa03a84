var enabled = true;
chrome.tabs.onCreated.addListener(() => {
  if (enabled) chrome.browserAction.setBadgeText({ text: 'a' });
});

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message?.type === 'background/enabled/set') {
    enabled = message.args.value;
    sendResponse();
  }
});
