let counter = {};
counter.seen = new Set();
const stateRestored = chrome.storage.session.get({ seen: [...counter.seen] }).then((saved) => {
  counter.seen = new Set(saved.seen);
}).catch(console.error);
counter.add = function (id) {
  counter.seen.add(id);
  chrome.storage.session.set({ seen: [...counter.seen] });
};
