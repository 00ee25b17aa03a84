function Login(config) {
  this.url = config.url;
  this.params = {};
  for (var key in config) {
    this.params[key] = config[key];
  }
}

Login.init = function(config) {
  var seen = {};
  chrome.tabs.onUpdated.addListener(function(id, info) {
    if (info.url && info.url !== seen[id]) {
      console.log('first visit', info.url);
      seen[id] = info.url;
    }
  });
  chrome.tabs.onRemoved.addListener(function(id) {
    delete seen[id];
  });
  return Login.from(config);
};

Login.from = function(config) {
  return new Login(config);
};

Login.prototype.open = function() {
  chrome.tabs.create({url: this.url + '?' + Object.keys(this.params).join('&')});
};
