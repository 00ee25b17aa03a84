function Basket(limit) {
  this.limit = limit;
  this.urls = [];
  this.dropped = 0;
}

Basket.prototype.add = function (url) {
  var self = this;
  this.urls.push(String(url));
  while (self.urls.length > self.limit) {
    self.urls.shift();
    self.dropped++;
  }
  this.show();
};

Basket.prototype.show = function () {
  chrome.browserAction.setBadgeText({ text: String(this.urls.length + this.dropped) });
};

var basket = new Basket(3);

chrome.tabs.onCreated.addListener(function (tab) {
  basket.add(tab.url);
});

chrome.tabs.onRemoved.addListener(function () {
  basket.show();
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'list') sendResponse(basket.urls);
});
