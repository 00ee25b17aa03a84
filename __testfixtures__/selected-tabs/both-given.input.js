chrome.tabs.create({ url: "a.html", active: true, selected: true });
