['save', 'print'].forEach((key) => {
  chrome.contextMenus.create({ id: key, title: key, onclick: () => chrome.storage.local.set({ [key]: true }) });
});

chrome.tabs.onCreated.addListener(() => {
  chrome.contextMenus.remove('save', () => {
    chrome.contextMenus.create({ id: 'save', title: 'Cannot be saved' });
  });
});
