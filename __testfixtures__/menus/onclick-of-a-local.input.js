function build(url) {
  chrome.contextMenus.create({ id: 'open', title: 'Open', onclick: () => chrome.tabs.create({ url }) });
}

chrome.storage.local.get({ start: 'https://a.example/' }, ({ start }) => build(start));
