var Counter = (function () {
  var total = 0;
  var restored = new Promise(function (resolve) {
    setTimeout(resolve, 10);
    chrome.storage.session.get({ total: total }, function (saved) {
      total = saved.total;
      resolve();
    });
  });

  return {
    add: function () {
      total++;
      chrome.storage.session.set({ total: total });
      chrome.browserAction.setBadgeText({ text: String(total) });
    },
    restored: restored
  };
})();

chrome.tabs.onCreated.addListener(async function () {
  await Counter.restored;
  Counter.add();
});
