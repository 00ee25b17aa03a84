chrome.tabs.query({ active: true, lastFocusedWindow: true }, ([tab]: chrome.tabs.Tab[]) => console.log(tab.url));
chrome.tabs!.query({ lastFocusedWindow: true }, (tabs: chrome.tabs.Tab[]) => console.log(tabs.length));
