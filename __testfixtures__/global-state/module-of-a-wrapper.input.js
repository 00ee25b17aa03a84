const counter = (function () {
  let count = 0;

  function add() {
    count += 1;
    return count;
  }

  return {
    add,
    show: () => chrome.browserAction.setBadgeText({ text: String(count) })
  };
})();

chrome.tabs.onCreated.addListener(() => {
  counter.add();
  counter.show();
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'add') sendResponse(counter.add());
});
