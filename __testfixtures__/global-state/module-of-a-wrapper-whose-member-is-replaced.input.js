const counter = (function () {
  let count = 0;

  function add() {
    count += 1;
    chrome.browserAction.setBadgeText({ text: String(count) });
  }

  return { add };
})();

chrome.tabs.onCreated.addListener(() => {
  counter.add();
});
chrome.runtime.onMessage.addListener(() => {
  counter.add = () => {};
});
