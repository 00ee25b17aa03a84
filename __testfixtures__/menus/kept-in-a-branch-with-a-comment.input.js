chrome.storage.sync.get({ menu: true, count: 1 }, (items) => {
  chrome.action.setBadgeText({ text: String(items.count) });
  // The menu, if wanted.
  if (items.menu)
    chrome.contextMenus.create({ id: 'open', title: 'Open' }); // one item
  // Nothing more.
});
chrome.contextMenus.onClicked.addListener(() => chrome.tabs.create({ url: 'https://a.example/' }));
chrome.storage.onChanged.addListener((changes) => {
  if (changes.menu && !changes.menu.newValue) chrome.contextMenus.remove('open');
});
