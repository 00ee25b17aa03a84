var count = 0;
var last;
window.total = 0;
var counter = { count: 0, list: [], add() { counter.count++; counter.list.push(1); } };

browser.tabs.onActivated.addListener(({ tabId }) => {
  count++;
  last = tabId;
  window.total += 1;
  counter.add();
});
