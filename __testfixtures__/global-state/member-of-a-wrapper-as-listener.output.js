const counter = (function () {
  let count = 0;
  const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
    count = saved.count;
  }).catch(console.error);

  async function add() {
    await stateRestored;
    count += 1;
    chrome.storage.session.set({ count });
    chrome.browserAction.setBadgeText({ text: String(count) });
  }

  return { add };
})();

chrome.tabs.onCreated.addListener(counter.add);
