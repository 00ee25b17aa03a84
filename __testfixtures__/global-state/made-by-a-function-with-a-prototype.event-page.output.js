var Counter = function () {
  this.counts = {};
  this.total = 0;
};

Counter.prototype = {
  constructor: Counter,

  hit: function (key) {
    this.counts[key] = (this.counts[key] || 0) + 1;
    this.total++;
    chrome.storage.session.set({ counts: this.counts, total: this.total });
  },

  reset() {
    this.counts = {};
    this.total = 0;
    chrome.storage.session.set({ counts: this.counts, total: this.total });
  }
};

var counter = new Counter();
var stateRestored = new Promise(function (resolve) {
  chrome.storage.session.get({ counts: counter.counts, total: counter.total }, function (saved) {
    if (saved) {
      counter.counts = saved.counts;
      counter.total = saved.total;
    }
    resolve();
  });
});

chrome.tabs.onActivated.addListener(async function (info) {
  await stateRestored;
  counter.hit(String(info.windowId));
});

chrome.browserAction.onClicked.addListener(async function () {
  await stateRestored;
  counter.reset();
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'total') {
    stateRestored.then(function () {
      sendResponse(counter.total);
    });
    return true;
  }
  else if (message === 'counts') {
    stateRestored.then(function () {
      sendResponse(counter.counts);
    });
    return true;
  }
});
