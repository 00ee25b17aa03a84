var Options = (function () {
  var options = {}, started;
  function load(done) { chrome.storage.sync.get(null, function (items) { options = items; if (done) done(); }); }
  function init() { load(function () { started = options.on; }); chrome.tabs.onUpdated.addListener(onUpdated); }
  function onUpdated(id) { if (options.on) console.log(id); }
  return { init: init, load: load };
})();
Options.init();
