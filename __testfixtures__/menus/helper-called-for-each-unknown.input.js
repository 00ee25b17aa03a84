function add(id, title, run) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: run });
}

chrome.bookmarks.getTree((tree) => {
  for (const { id, title, url } of tree[0].children) add(id, title, () => chrome.tabs.create({ url }));
});
