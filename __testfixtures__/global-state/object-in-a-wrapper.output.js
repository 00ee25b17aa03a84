(function () {
  var tracker = {
    seen: {},
    limit: 3,
    see: function (id) {
      this.seen[id] = true;
      chrome.storage.session.set({ seen: this.seen });
    },
    forget: function (id) {
      delete this.seen[id];
      chrome.storage.session.set({ seen: this.seen });
    }
  };
  var stateRestored = chrome.storage.session.get({ seen: tracker.seen }).then(function (saved) {
    tracker.seen = saved.seen;
  }).catch(console.error);

  chrome.tabs.onCreated.addListener(async function (tab) {
    await stateRestored;
    tracker.see(tab.id);
  });
  chrome.tabs.onRemoved.addListener(async function (id) {
    await stateRestored;
    tracker.forget(id);
  });
  chrome.action.onClicked.addListener(async function (tab) {
    await stateRestored;
    console.log(tracker.seen[tab.id] === true, tracker.limit);
  });
})();
