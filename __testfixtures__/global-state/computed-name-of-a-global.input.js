var n = 0;
chrome.tabs.onCreated.addListener(() => { n++; });
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => { window[message.key] = message.value; sendResponse(n); });
