chrome.tabs.onUpdated.addListener(check);
chrome.tabs.onSelectionChanged.addListener(check);
chrome.tabs.onUpdated.addListener(both);
chrome.tabs.onSelectionChanged.addListener(both);
chrome.tabs.onCreated.addListener(none);
chrome.tabs.onSelectionChanged.addListener(none);
chrome.tabs.onSelectionChanged.addListener(panel.select);
function check(tabId) { console.log(tabId); }
function both(tabId, info) { console.log(tabId, info); }
function none() {}
