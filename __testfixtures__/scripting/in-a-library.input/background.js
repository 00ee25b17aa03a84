chrome.browserAction.onClicked.addListener(function () {
  Injector.run('a.js');
});
