chrome.storage.local.get('label', ({ label }) => {
  if (label === 'old') chrome.contextMenus.remove('label');
  chrome.contextMenus.create({ id: 'label', title: label });
});

chrome.storage.sync.get('place', ({ place }) => {
  chrome.contextMenus.remove('places');
  chrome.contextMenus.create({ id: 'place', title: place });
});

chrome.storage.local.get('name', ({ name }) => {
  chrome.contextMenus.create({ id: 'name', title: name });
  chrome.contextMenus.remove('name');
});

chrome.contextMenus.onClicked.addListener(({ menuItemId }) => chrome.tabs.create({ url: `${menuItemId}.html` }));
