const stacks = {};

chrome.tabs.onActivated.addListener(({ tabId, windowId }) => {
  const stack = stacks[windowId] || (stacks[windowId] = []);
  stack.unshift(tabId);
  if (stack.length > 3) stack.length = 3;
});

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.browserAction.setTitle({ title: String(stacks[tab.windowId]) });
});
