function Vault() {
  var self = this;
  this.minutes = 15;
  this.title = function () {
    return 'Locks after ' + self.minutes + ' minutes';
  };
}

var vault = new Vault();
var limits = {};

chrome.storage.local.get({ timeout: 15 }, function (stored) {
  vault.minutes = stored.timeout;
});

function makeMeter() {
  return {
    limit: function (host) {
      return limits[host] || 0;
    }
  };
}

var meter = makeMeter();

chrome.storage.sync.get({ limits: {} }, function (stored) {
  limits = stored.limits;
});

chrome.action.onClicked.addListener(function () {
  chrome.action.setTitle({ title: vault.title() });
});

chrome.tabs.onUpdated.addListener(function (id, info) {
  if (info.url) chrome.action.setBadgeText({ text: String(meter.limit(info.url)) });
});
