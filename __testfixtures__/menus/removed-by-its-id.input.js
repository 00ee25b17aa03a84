const ID = 'mark';

async function toggleItem() {
  const { shown } = await chrome.storage.local.get('shown');
  try {
    await chrome.contextMenus.remove(ID);
  } catch {}
  if (shown) chrome.contextMenus.create({ id: ID, title: `Mark ${Date.now()}` });
}

toggleItem();

chrome.storage.local.get('label', ({ label }) => {
  chrome.contextMenus.remove('label', () => {
    void chrome.runtime.lastError;
    chrome.contextMenus.create({ id: 'label', title: label });
  });
});

chrome.contextMenus.onClicked.addListener(({ menuItemId }) => chrome.tabs.create({ url: `${menuItemId}.html` }));
