function Vault() {
  var self = this;
  this.minutes = 15;
  this.title = function () {
    return 'Locks after ' + self.minutes + ' minutes';
  };
}

var vault = new Vault();

var loading = chrome.storage.local.get({ timeout: 15 }).then(function (stored) {
  vault.minutes = stored.timeout;
  chrome.action.setTitle({ title: vault.title() });
});

chrome.storage.onChanged.addListener(function () {
  loading = loading.then(function () {});
});
