const counter = (function () {
  let count = 0;

  function add() {
    count += 1;
    chrome.browserAction.setBadgeText({ text: String(count) });
  }

  return { add };
})();
const api = { ...counter };

chrome.tabs.onCreated.addListener(() => {
  api.add();
});
chrome.tabs.onActivated.addListener(() => {
  counter.add();
});
