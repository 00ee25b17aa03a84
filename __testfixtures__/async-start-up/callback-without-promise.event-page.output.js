var options = {};
var optionsLoaded = new Promise(function (resolve) { chrome.storage.sync.get(null, resolve); }).then(function (items) {
  options = items;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async function () {
  await optionsLoaded;
  console.log(options.a);
});
