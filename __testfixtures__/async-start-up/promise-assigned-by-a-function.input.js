let options = {};
let ready;

function init() {
  ready = chrome.storage.local.get({ color: 'red' }).then((items) => {
    options = items;
  });
}

init();

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: options.color });
});
