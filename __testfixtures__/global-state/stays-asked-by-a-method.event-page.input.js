var Scores = {
  matches: {},
  favourites: [],

  init: function () {
    var self = this;
    chrome.storage.sync.get({ favourites: [] }, function (items) {
      self.favourites = items.favourites;
      self.poll();
    });
    chrome.notifications.onClicked.addListener(function (id) {
      var match = self.matches[id];
      if (match) chrome.tabs.create({ url: match.url });
    });
    chrome.browserAction.onClicked.addListener(function () {
      self.poll();
    });
  },

  poll: function () {
    var self = this;
    var xhr = new XMLHttpRequest();
    xhr.open('GET', 'https://scores.example/live.json?of=' + this.favourites.join());
    xhr.onload = function () {
      self.handle(JSON.parse(xhr.responseText));
    };
    xhr.send();
  },

  handle: function (data) {
    for (var i = 0; i < data.length; i++) {
      this.matches[data[i].id] = data[i];
    }
  }
};

Scores.init();
