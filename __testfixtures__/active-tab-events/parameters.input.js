chrome.tabs.onActiveChanged.addListener(function(id) { update(id); });
chrome.tabs.onActiveChanged.addListener(id => update(id));
chrome.tabs.onActiveChanged.addListener((tabId, { windowId }) => update(tabId, windowId));
chrome.tabs.onActiveChanged.addListener((tabId, { windowId: at }) => update(tabId, at));
chrome.tabs.onActiveChanged.addListener((tabId, info) => update(tabId, info));
chrome.tabs.onActiveChanged.addListener((tabId, info) => { const windowId = 1; update(info.windowId, windowId, tabId); });
chrome.tabs.onActiveChanged.addListener((id, unused) => update(id));
chrome.tabs.onActiveChanged.addListener(() => update());
chrome.tabs.onActiveChanged.hasListeners();
function update(...all) { console.log(all); }
