const SIZES = [
  { key: 'small', width: 640 },
  { key: 'large', width: 1280 },
];

chrome.runtime.onInstalled.addListener(() => {
  SIZES.map(({ key, width }) => chrome.contextMenus.create({
    id: key,
    title: `Resize: ${key}`,
    contexts: ['page'],
  }));
});

chrome.contextMenus.onClicked.addListener(async function(info, tab) {
  const item = SIZES.find((item) => item.key === info.menuItemId);
  if (item === undefined) return;
  const { key, width } = item;
  const current = await chrome.windows.get(tab.windowId);
  chrome.windows.update(current.id, { width });
});
