let options = {};
chrome.storage.local.get(null, onLoaded);

function onLoaded(items) {
  options = items;
}

chrome.tabs.onUpdated.addListener((id) => {
  console.log(options.a, id);
});
