var strength = 2;
var stateRestored = chrome.storage.session.get({ strength: strength }).then(function (saved) {
  strength = saved.strength;
}).catch(console.error);

function getSites(callback) {
  chrome.storage.local.get({ sites: {} }, function (items) {
    callback(items.sites);
  });
}

chrome.contextMenus.onClicked.addListener(async function (info) {
  await stateRestored;
  strength = info.menuItemId === 'strong' ? 4 : 1;
  chrome.storage.session.set({ strength: strength });
});

chrome.bookmarks.onCreated.addListener(async function () {
  await stateRestored;
  getSites(function (sites) {
    console.log(sites, strength);
  });
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  getSites(sendResponse);
  return true;
});
