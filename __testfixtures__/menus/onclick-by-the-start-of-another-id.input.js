function opened(info) {
  chrome.tabs.create({ url: info.menuItemId.slice('site-'.length) });
}

function copied(info) {
  console.log(info.menuItemId.slice('site-copy-'.length));
}

chrome.runtime.onInstalled.addListener(() => {
  chrome.topSites.get((sites) => {
    for (const { title, url } of sites) {
      chrome.contextMenus.create({ id: 'site-' + url, title, contexts: ['page'], onclick: opened });
      chrome.contextMenus.create({ id: `site-copy-${url}`, title, contexts: ['link'], onclick: copied });
    }
  });
});
