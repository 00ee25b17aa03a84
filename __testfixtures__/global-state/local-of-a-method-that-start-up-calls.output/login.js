function Login(config) {
  this.url = config.url;
  this.params = {};
  for (var key in config) {
    this.params[key] = config[key];
  }
}

Login.init = function(config) {
  var seen = {};
  var stateRestored = chrome.storage.session.get({seen: seen}).then(function(saved) {
    seen = saved.seen;
  }).catch(console.error);
  chrome.tabs.onUpdated.addListener(async function(id, info) {
    await stateRestored;
    if (info.url && info.url !== seen[id]) {
      console.log('first visit', info.url);
      seen[id] = info.url;
      chrome.storage.session.set({seen: seen});
    }
  });
  chrome.tabs.onRemoved.addListener(async function(id) {
    await stateRestored;
    delete seen[id];
    chrome.storage.session.set({seen: seen});
  });
  return Login.from(config);
};

Login.from = function(config) {
  return new Login(config);
};

Login.prototype.open = function() {
  chrome.tabs.create({url: this.url + '?' + Object.keys(this.params).join('&')});
};
