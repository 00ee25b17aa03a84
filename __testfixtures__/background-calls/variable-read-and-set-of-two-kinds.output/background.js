var mode = 1;
chrome.tabs.onCreated.addListener(() => {
  if (mode) chrome.browserAction.setBadgeText({ text: String(mode) });
});

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message?.type) {
    case "background/mode/set":
      mode = message.args.value;
      break;
    case "background/mode":
      sendResponse(mode);
      break;
  }
});
