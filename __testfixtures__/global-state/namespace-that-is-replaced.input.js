var manager = {};

manager.open = function () {
  manager.opened++;
};
manager.opened = 0;

chrome.tabs.onCreated.addListener(() => manager.open());
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'reset') manager = { open() {}, opened: 0 };
  sendResponse(manager.opened);
});
