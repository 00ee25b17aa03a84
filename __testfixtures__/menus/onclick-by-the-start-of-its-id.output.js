function opened(info) {
  chrome.tabs.create({ url: info.menuItemId.slice('site-'.length) });
}

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'about', title: 'About', contexts: ['page'] });
  chrome.topSites.get((sites) => {
    for (const { title, url } of sites) {
      chrome.contextMenus.create({ id: 'site-' + url, title, contexts: ['page'] });
    }
  });
});

chrome.contextMenus.onClicked.addListener((info) => {
  if (info.menuItemId === 'about') chrome.tabs.create({ url: 'about.html' });
});

chrome.contextMenus.onClicked.addListener((info) => {
  if (info.menuItemId.startsWith('site-')) opened(info);
});
