function Basket(limit) {
  this.limit = limit;
  this.urls = [];
  this.dropped = 0;
}

Basket.prototype.add = function (url) {
  var self = this;
  this.urls.push(String(url));
  chrome.storage.session.set({ urls: this.urls });
  while (self.urls.length > self.limit) {
    self.urls.shift();
    self.dropped++;
  }
  chrome.storage.session.set({ urls: basket.urls, dropped: basket.dropped });
  this.show();
};

Basket.prototype.show = function () {
  chrome.browserAction.setBadgeText({ text: String(this.urls.length + this.dropped) });
};

var basket = new Basket(3);
var stateRestored = new Promise(function (resolve) {
  chrome.storage.session.get({ urls: basket.urls, dropped: basket.dropped }, function (saved) {
    if (saved) {
      basket.urls = saved.urls;
      basket.dropped = saved.dropped;
    }
    resolve();
  });
});

chrome.tabs.onCreated.addListener(async function (tab) {
  await stateRestored;
  basket.add(tab.url);
});

chrome.tabs.onRemoved.addListener(async function () {
  await stateRestored;
  basket.show();
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'list') {
    stateRestored.then(function () {
      sendResponse(basket.urls);
    });
    return true;
  }
});
