let stack = [];
let kept = [];
chrome.tabs.onCreated.addListener((tab) => {
  stack.push({ id: tab.id, n: 0 });
  kept = stack.filter((one) => one.id > 1);
});
chrome.tabs.onRemoved.addListener(() => { for (const one of stack) one.n++; });
chrome.action.onClicked.addListener(() => console.log(stack, kept));
