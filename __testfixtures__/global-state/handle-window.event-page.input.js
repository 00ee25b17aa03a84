let receiver = null;
let view;

chrome.browserAction.onClicked.addListener(() => {
  if (receiver !== null) receiver.close();
  receiver = window.open('receiver.html');
});
chrome.tabs.onCreated.addListener(() => {
  view = chrome.extension.getViews({ type: 'popup' })[0];
});
chrome.tabs.onRemoved.addListener(() => {
  if (view) view.update();
});
