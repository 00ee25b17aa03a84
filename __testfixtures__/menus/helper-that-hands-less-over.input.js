function add(id, title, run) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: (info) => run(info) });
}

function save(info, tab = { title: 'unknown' }) {
  chrome.storage.local.set({ saved: info.pageUrl, title: tab.title });
}

add('save', 'Save', save);
add('keep', 'Keep', save);
