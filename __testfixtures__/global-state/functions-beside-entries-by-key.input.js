const pages = {};
pages.show = (id) => chrome.browserAction.setTitle({ title: pages[id] });

chrome.tabs.onCreated.addListener((tab) => {
  pages[tab.id] = tab.pendingUrl;
});

chrome.browserAction.onClicked.addListener((tab) => pages.show(tab.id));
