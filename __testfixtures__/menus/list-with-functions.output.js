const ITEMS = [
  { title: 'Copy link', run: (info) => chrome.tabs.create({ url: info.linkUrl }) },
  { title: 'Close tab', run(info, tab) { chrome.tabs.remove(tab.id); } },
];

chrome.runtime.onInstalled.addListener(() => {
  for (const { title, run } of ITEMS) chrome.contextMenus.create({ id: title, title, contexts: ['link'] });
});

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const item = ITEMS.find((item) => item.title === info.menuItemId);
  if (item) item.run(info, tab);
});
