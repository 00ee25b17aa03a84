// The list lives in storage, so that it survives the browser.
function readList(callback) {
  chrome.storage.local.get({ pages: [] }, function (items) {
    callback(items.pages);
  });
}

function addToList(url, callback) {
  readList(function (pages) {
    if (pages.indexOf(url) === -1) pages.push(url);
    chrome.storage.local.set({ pages: pages }, function () {
      callback(pages);
    });
  });
}
