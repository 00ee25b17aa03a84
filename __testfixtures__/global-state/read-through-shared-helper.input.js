var strength = 2;

function getSites(callback) {
  chrome.storage.local.get({ sites: {} }, function (items) {
    callback(items.sites);
  });
}

chrome.contextMenus.onClicked.addListener(function (info) {
  strength = info.menuItemId === 'strong' ? 4 : 1;
});

chrome.bookmarks.onCreated.addListener(function () {
  getSites(function (sites) {
    console.log(sites, strength);
  });
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  getSites(sendResponse);
  return true;
});
