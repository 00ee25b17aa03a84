var counter = (function () {
  var total = 0;
  var restored = chrome.storage.session.get({ total: total }).then(function (saved) {
    total = saved.total;
  }).catch(console.error);
  return {
    add: function () {
      total++;
      chrome.storage.session.set({ total: total });
    },
    total: function () { return total; },
    restored: restored
  };
})();

chrome.tabs.onCreated.addListener(async function () {
  await counter.restored;
  counter.add();
});

chrome.runtime.onMessage.addListener(function (request, sender, sendResponse) {
  if (request !== 'total') return;
  counter.restored.then(function () {
    sendResponse(counter.total());
  });
  return true;
});
