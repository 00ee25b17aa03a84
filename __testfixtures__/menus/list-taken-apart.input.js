const SIZES = [
  { key: 'small', width: 640 },
  { key: 'large', width: 1280 },
];

SIZES.map(({ key, width }) => chrome.contextMenus.create({
  title: `Resize: ${key}`,
  contexts: ['page'],
  async onclick(info, tab) {
    const current = await chrome.windows.get(tab.windowId);
    chrome.windows.update(current.id, { width });
  },
}));
