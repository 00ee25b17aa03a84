function main() {
  var options = {};

  function load() {
    chrome.storage.local.get('options', function (items) {
      options = items.options || {};
    });
  }

  load();

  chrome.tabs.onUpdated.addListener(function (id) {
    if (options.log) console.log(id);
  });
}

main();
