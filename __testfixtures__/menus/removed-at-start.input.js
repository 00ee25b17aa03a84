chrome.contextMenus.removeAll();

chrome.runtime.onMessage.addListener(({ title }) => {
  chrome.contextMenus.create({ id: 'send', title });
});

chrome.contextMenus.onClicked.addListener(({ pageUrl }) => fetch(pageUrl));
