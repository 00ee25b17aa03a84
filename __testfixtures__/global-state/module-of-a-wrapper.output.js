const counter = (function () {
  let count = 0;
  const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
    count = saved.count;
  }).catch(console.error);

  function add() {
    count += 1;
    chrome.storage.session.set({ count });
    return count;
  }

  return {
    add,
    show: () => chrome.browserAction.setBadgeText({ text: String(count) }),
    stateRestored
  };
})();

chrome.tabs.onCreated.addListener(async () => {
  await counter.stateRestored;
  counter.add();
  counter.show();
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'add') {
    counter.stateRestored.then(() => {
      sendResponse(counter.add());
    });
    return true;
  }
});
