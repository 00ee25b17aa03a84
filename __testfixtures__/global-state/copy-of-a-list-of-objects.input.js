let stack = [];
let copy = [];
chrome.tabs.onCreated.addListener((tab) => {
  stack.push({ id: tab.id, n: 0 });
  copy = stack.slice();
  copy.push({ id: 0, n: 0 });
});
chrome.tabs.onRemoved.addListener(() => { stack.forEach((one) => { one.n = 5; }); });
chrome.action.onClicked.addListener(() => console.log(stack, copy));
