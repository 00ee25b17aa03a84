const before = {};

chrome.proxy.settings.onChange.addListener((details) => {
  before.proxy = details.value;
  details.value.mode = 'direct';
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(before.proxy.mode);
});
