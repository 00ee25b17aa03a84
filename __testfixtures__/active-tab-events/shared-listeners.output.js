chrome.tabs.onUpdated.addListener(check);
chrome.tabs.onActivated.addListener(({ tabId }) => check(tabId));
chrome.tabs.onUpdated.addListener(both);
chrome.tabs.onActivated.addListener(({ tabId, windowId }) => both(tabId, { windowId }));
chrome.tabs.onCreated.addListener(none);
chrome.tabs.onActivated.addListener(none);
chrome.tabs.onActivated.addListener(({ tabId, windowId }) => panel.select(tabId, { windowId }));
function check(tabId) { console.log(tabId); }
function both(tabId, info) { console.log(tabId, info); }
function none() {}
