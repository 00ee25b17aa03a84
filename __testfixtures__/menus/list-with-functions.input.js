const ITEMS = [
  { title: 'Copy link', run: (info) => chrome.tabs.create({ url: info.linkUrl }) },
  { title: 'Close tab', run(info, tab) { chrome.tabs.remove(tab.id); } },
];

for (const { title, run } of ITEMS) chrome.contextMenus.create({ title, contexts: ['link'], onclick: run });
