function Poller(interval) {
  this.interval = interval;
  this.seen = {};
  this.failures = 0;
}

Poller.prototype.poll = function () {
  var self = this;
  fetch('https://review.example/open').then(function (response) {
    return response.json();
  }).then(function (reviews) {
    self.failures = 0;
    reviews.forEach(function (review) {
      if (self.seen[review.id]) return;
      self.seen[review.id] = true;
      chrome.notifications.create({ type: 'basic', iconUrl: 'icon.png', title: review.title, message: '' });
    });
  }, function () {
    self.failures++;
    chrome.browserAction.setBadgeText({ text: '!' + self.failures });
  });
};

var poller;

chrome.storage.sync.get({ interval: 5 }, function (items) {
  poller = new Poller(items.interval);
  poller.poll();
});

chrome.browserAction.onClicked.addListener(function () {
  poller.poll();
});
