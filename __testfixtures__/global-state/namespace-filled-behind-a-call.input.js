var manager = {};

manager.open = function () {
  manager.opened++;
};

manager.open();
manager.opened = 0;

chrome.tabs.onCreated.addListener(manager.open);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(manager.opened);
});
