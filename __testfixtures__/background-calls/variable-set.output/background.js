var enabled = true;
var name = 'a';
chrome.tabs.onCreated.addListener(() => {
  if (enabled) chrome.browserAction.setBadgeText({ text: name });
});

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener((message) => {
  switch (message?.type) {
    case 'background/enabled/set':
      enabled = message.args.value;
      break;
    case 'background/name/set':
      name = message.args.value;
      break;
  }
});
