chrome.tabs.getSelected((tab) => console.log(tab.id));
