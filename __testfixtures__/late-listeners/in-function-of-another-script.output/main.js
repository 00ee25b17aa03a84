var startListening;
var listening = new Promise(function (resolve) {
  startListening = resolve;
});

browser.storage.local.get('config').then(function () {
  startListening();
});

listen();
