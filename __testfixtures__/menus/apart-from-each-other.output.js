function savePage(url) {
  console.log('page', url);
}

chrome.runtime.onInstalled.addListener(() => {
  /** Everything about pages. */
  chrome.contextMenus.create({
    id: 'page',
    title: 'Save page',
    contexts: ['page'],
  });
  // Everything about links.
  chrome.contextMenus.create({
    id: 'link',
    title: 'Save link',
    contexts: ['link'],
  });
  chrome.contextMenus.create({ id: 'more', parentId: 'link', title: `Save
all links`, contexts: ['link'] });
});

chrome.contextMenus.onClicked.addListener((info) => {
  if (info.menuItemId === 'page') savePage(info.pageUrl);
  else console.log(info.menuItemId);
});
