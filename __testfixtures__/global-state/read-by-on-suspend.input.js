let n = 0;
chrome.tabs.onCreated.addListener(() => { n++; });
chrome.runtime.onSuspend.addListener(() => { chrome.storage.local.set({ n }); });
