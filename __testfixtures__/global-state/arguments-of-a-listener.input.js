let last = '';
chrome.tabs.onUpdated.addListener(function () {
  last = String(arguments[0]);
  console.log(arguments.length);
});
chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'last') sendResponse(last + arguments.length);
});
