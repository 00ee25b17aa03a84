let lastTab = 0;
const stateRestored = chrome.storage.session.get({ lastTab, hasStarted: false }).then((saved) => {
  lastTab = saved.lastTab;
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);

stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
    lastTab = tab.id;
    chrome.storage.session.set({ lastTab });
  });
});

let clicks = 0;
const backgroundRestored = chrome.storage.session.get({ clicks }).then((savedState) => {
  clicks = savedState.clicks;
}).catch(console.error);

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  lastTab = tabId;
  chrome.storage.session.set({ lastTab });
});

chrome.browserAction.onClicked.addListener(async () => {
  await backgroundRestored;
  await stateRestored;
  clicks++;
  chrome.storage.session.set({ clicks });
  chrome.browserAction.setBadgeText({ text: String(clicks), tabId: lastTab });
});
