chrome.browserAction.onClicked.addListener((tab) => console.log(tab.id));
