chrome.runtime.onMessage.addListener(({ title }) => {
  chrome.contextMenus.removeAll(() => chrome.contextMenus.create({ id: 'send', title }));
});

chrome.storage.local.get('hidden', ({ hidden }) => {
  if (hidden) chrome.contextMenus.removeAll();
});

chrome.contextMenus.onClicked.addListener(({ pageUrl }) => fetch(pageUrl));
