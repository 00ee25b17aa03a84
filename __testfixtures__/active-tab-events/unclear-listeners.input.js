chrome.tabs.onSelectionChanged.addListener(debounce(update, 100));
chrome.tabs.onSelectionChanged.addListener(function () { update(...arguments); });
chrome.tabs.onSelectionChanged.addListener((...all) => update(all));
chrome.tabs.onSelectionChanged.addListener((tabId, { windowId, ...others }) => update(tabId, windowId, others));
chrome.tabs.onUpdated.addListener(both);
chrome.tabs.onSelectionChanged.addListener(both);
chrome.tabs.onSelectionChanged.removeListener(both);
function both(tabId) { update(tabId); }
function update() {}
function debounce(fn) { return fn; }
