const counter = (function () {
  let count = 0;

  function add() {
    count += 1;
    chrome.browserAction.setBadgeText({ text: String(count) });
  }

  return { add };
})();

counter.add();
chrome.tabs.onCreated.addListener(() => {
  counter.add();
});
