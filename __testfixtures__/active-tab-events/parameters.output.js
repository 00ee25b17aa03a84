chrome.tabs.onActivated.addListener(function({ tabId: id }) { update(id); });
chrome.tabs.onActivated.addListener(({ tabId: id }) => update(id));
chrome.tabs.onActivated.addListener(({ tabId, windowId }) => update(tabId, windowId));
chrome.tabs.onActivated.addListener(({ tabId, windowId: at }) => update(tabId, at));
chrome.tabs.onActivated.addListener(({ tabId, ...info }) => update(tabId, info));
chrome.tabs.onActivated.addListener(({ tabId, ...info }) => { const windowId = 1; update(info.windowId, windowId, tabId); });
chrome.tabs.onActivated.addListener(({ tabId: id }) => update(id));
chrome.tabs.onActivated.addListener(() => update());
chrome.tabs.onActivated.hasListeners();
function update(...all) { console.log(all); }
