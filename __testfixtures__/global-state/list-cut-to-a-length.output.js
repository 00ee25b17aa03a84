const stacks = {};
const stateRestored = chrome.storage.session.get({ stacks }).then((saved) => {
  Object.assign(stacks, saved.stacks);
}).catch(console.error);

chrome.tabs.onActivated.addListener(async ({ tabId, windowId }) => {
  await stateRestored;
  const stack = stacks[windowId] || (stacks[windowId] = []);
  chrome.storage.session.set({ stacks });
  stack.unshift(tabId);
  chrome.storage.session.set({ stacks });
  if (stack.length > 3) {
    stack.length = 3;
    chrome.storage.session.set({ stacks });
  }
});

chrome.browserAction.onClicked.addListener(async (tab) => {
  await stateRestored;
  chrome.browserAction.setTitle({ title: String(stacks[tab.windowId]) });
});
