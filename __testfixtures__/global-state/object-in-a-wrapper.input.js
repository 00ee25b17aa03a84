(function () {
  var tracker = {
    seen: {},
    limit: 3,
    see: function (id) {
      this.seen[id] = true;
    },
    forget: function (id) {
      delete this.seen[id];
    }
  };

  chrome.tabs.onCreated.addListener(function (tab) {
    tracker.see(tab.id);
  });
  chrome.tabs.onRemoved.addListener(function (id) {
    tracker.forget(id);
  });
  chrome.action.onClicked.addListener(function (tab) {
    console.log(tracker.seen[tab.id] === true, tracker.limit);
  });
})();
