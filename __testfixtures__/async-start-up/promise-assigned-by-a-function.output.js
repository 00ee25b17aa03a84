let options = {};
let ready;

function init() {
  ready = chrome.storage.local.get({ color: 'red' }).then((items) => {
    options = items;
  }).catch(console.error);
}

init();

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await ready;
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color: options.color });
});
