var Counter = (function () {
  var total = 0;
  var names = [];
  var named = new Promise(function (resolve) {
    chrome.storage.local.get({ names: [] }, function (saved) {
      names = saved.names;
      resolve();
    });
  });
  chrome.storage.session.get({ total: total }, function (saved) {
    total = saved.total;
  });

  return {
    add: function () {
      total++;
      chrome.storage.session.set({ total: total });
      chrome.browserAction.setTitle({ title: names.join() });
    },
    named: named
  };
})();

chrome.tabs.onCreated.addListener(async function () {
  await Counter.named;
  Counter.add();
});
