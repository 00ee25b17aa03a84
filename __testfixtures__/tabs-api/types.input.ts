chrome.tabs.getSelected(null as any, (tab: chrome.tabs.Tab) => console.log(tab.url));
chrome.tabs!.getAllInWindow(undefined!, (tabs: chrome.tabs.Tab[]) => console.log(tabs.length));
