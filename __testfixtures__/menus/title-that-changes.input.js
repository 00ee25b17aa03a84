let count = 0;

chrome.tabs.onCreated.addListener(() => {
  count++;
});

chrome.contextMenus.create({ id: 'count', title: `Tabs: ${count}` });
