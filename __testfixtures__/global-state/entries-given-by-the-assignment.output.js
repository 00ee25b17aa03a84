const opened = {};
const total = { tabs: 0 };
const stateRestored = chrome.storage.session.get({ opened, tabs: total.tabs }).then((saved) => {
  Object.assign(opened, saved.opened);
  total.tabs = saved.tabs;
}).catch(console.error);

function openedIn(windowId) {
  opened[windowId] ||= [];
  chrome.storage.session.set({ opened });
  return opened[windowId];
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  openedIn(tab.windowId).push(tab.id);
  chrome.storage.session.set({ opened });
  const number = (total.tabs += 1);
  chrome.storage.session.set({ tabs: total.tabs });
  chrome.tabs.sendMessage(tab.id, { number });
});
chrome.windows.onRemoved.addListener(async (windowId) => {
  await stateRestored;
  console.log(openedIn(windowId));
});
