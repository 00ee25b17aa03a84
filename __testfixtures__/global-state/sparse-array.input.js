const byTab = [];
chrome.tabs.onCreated.addListener((tab) => { byTab[tab.id] = 1; });
chrome.action.onClicked.addListener(() => console.log(byTab.length));
