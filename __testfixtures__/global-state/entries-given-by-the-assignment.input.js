const opened = {};
const total = { tabs: 0 };

function openedIn(windowId) {
  return (opened[windowId] ||= []);
}

chrome.tabs.onCreated.addListener((tab) => {
  openedIn(tab.windowId).push(tab.id);
  const number = (total.tabs += 1);
  chrome.tabs.sendMessage(tab.id, { number });
});
chrome.windows.onRemoved.addListener((windowId) => {
  console.log(openedIn(windowId));
});
