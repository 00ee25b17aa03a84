function opened(info) {
  chrome.tabs.create({ url: info.menuItemId });
}

function copied(info) {
  console.log(info.menuItemId);
}

chrome.topSites.get((sites) => {
  for (const { title, url } of sites) {
    chrome.contextMenus.create({ id: url, title, contexts: ['page'], onclick: opened });
    chrome.contextMenus.create({ id: title, title: 'Copy ' + title, contexts: ['page'], onclick: copied });
  }
});
