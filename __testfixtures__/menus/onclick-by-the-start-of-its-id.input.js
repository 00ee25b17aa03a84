function opened(info) {
  chrome.tabs.create({ url: info.menuItemId.slice('site-'.length) });
}

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'about', title: 'About', contexts: ['page'], onclick: () => chrome.tabs.create({ url: 'about.html' }) });
  chrome.topSites.get((sites) => {
    for (const { title, url } of sites) {
      chrome.contextMenus.create({ id: 'site-' + url, title, contexts: ['page'], onclick: opened });
    }
  });
});
