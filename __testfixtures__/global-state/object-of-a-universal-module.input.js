(function (root, factory) {
  if (typeof module === 'object' && module.exports) module.exports = factory();
  else root.tracker = factory();
})(this, function () {
  return {
    count: 0,
    hit: function () {
      this.count++;
      return this.count;
    },
  };
});

chrome.alarms.onAlarm.addListener(() => {
  chrome.browserAction.setBadgeText({ text: String(tracker.hit()) });
});
