function main() {
  var options = {};

  function load() {
    return chrome.storage.local.get('options').then(function (items) {
      options = items.options || {};
    });
  }

  var optionsLoaded = load().catch(console.error);

  chrome.tabs.onUpdated.addListener(async function (id) {
    await optionsLoaded;
    if (options.log) console.log(id);
  });
}

main();
