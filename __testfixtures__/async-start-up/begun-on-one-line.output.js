var Options = (function () {
  var options = {}, started;
  function load(done) { return chrome.storage.sync.get(null).then(function (items) { options = items; if (done) done(); }); }
  function init() {
    var loading = load(function () { started = options.on; });
    chrome.tabs.onUpdated.addListener(onUpdated);
    return loading;
  }
  async function onUpdated(id) {
    await optionsLoaded;
    if (options.on) console.log(id);
  }
  return { init: init, load: load };
})();
var optionsLoaded = Options.init().catch(console.error);
