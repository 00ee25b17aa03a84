const activated = chrome.tabs.onActivated || chrome.tabs.onActiveChanged;
activated.addListener((info) => console.log(info.tabId || info));
