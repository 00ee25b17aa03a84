const timers = new Map();
function schedule(tab) {
  if (timers.has(tab.id)) clearTimeout(timers.get(tab.id));
  timers.set(tab.id, setTimeout(() => {
    timers.delete(tab.id);
    chrome.tabs.remove(tab.id);
  }, 60 * 1000));
}
chrome.tabs.onCreated.addListener((tab) => schedule(tab));
chrome.tabs.onUpdated.addListener((tabId, change, tab) => schedule(tab));
