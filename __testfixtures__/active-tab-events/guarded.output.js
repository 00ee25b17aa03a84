if (chrome.tabs.onActivated) chrome.tabs.onActivated.addListener(({ tabId }) => console.log(tabId));
