var Counter = function () {
  this.counts = {};
  this.total = 0;
};

Counter.prototype = {
  constructor: Counter,

  hit: function (key) {
    this.counts[key] = (this.counts[key] || 0) + 1;
    this.total++;
  },

  reset() {
    this.counts = {};
    this.total = 0;
  }
};

var counter = new Counter();

chrome.tabs.onActivated.addListener(function (info) {
  counter.hit(String(info.windowId));
});

chrome.browserAction.onClicked.addListener(function () {
  counter.reset();
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'total') sendResponse(counter.total);
  else if (message === 'counts') sendResponse(counter.counts);
});
