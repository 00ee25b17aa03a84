const info = [{ id: 'web', url: 'https://a.example/' }, { id: 'pages', url: 'https://b.example/' }];
const item = [{ id: 'more', url: 'https://c.example/' }, { id: 'most', url: 'https://d.example/' }];

chrome.runtime.onInstalled.addListener(() => {
  for (const engine of info) {
    chrome.contextMenus.create({ id: engine.id, title: engine.id });
  }

  for (const { id, url } of item) {
    chrome.contextMenus.create({ id, title: id });
  }
});

chrome.contextMenus.onClicked.addListener((clicked) => {
  const engine = info.find((engine) => engine.id === clicked.menuItemId);
  if (engine !== undefined) chrome.tabs.create({ url: engine.url });
});

chrome.contextMenus.onClicked.addListener((info) => {
  const entry = item.find((entry) => entry.id === info.menuItemId);
  if (entry === undefined) return;
  const { id, url } = entry;
  chrome.tabs.create({ url });
});
