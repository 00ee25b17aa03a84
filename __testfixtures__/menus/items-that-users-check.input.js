chrome.contextMenus.create({ id: 'active', type: 'checkbox', title: 'Active', checked: true });

chrome.contextMenus.onClicked.addListener((info) => {
  chrome.storage.local.set({ active: info.checked });
});
