chrome.tabs.getSelected(null, (tab) => console.log(tab));
