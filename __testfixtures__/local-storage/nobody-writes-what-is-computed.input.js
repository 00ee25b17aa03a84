chrome.tabs.onCreated.addListener((tab) => console.log(localStorage['tab' + tab.id]));
