browser.storage.local.get('config').then(function () {
  listen();
});
