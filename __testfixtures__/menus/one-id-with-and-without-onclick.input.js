function add(id, title, onclick) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick });
}

add('save', 'Save', () => chrome.storage.local.set({ saved: true }));

chrome.tabs.onCreated.addListener(() => {
  chrome.contextMenus.removeAll();
  add('save', 'Cannot be saved');
});
