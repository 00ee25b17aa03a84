function info(click, tab) {
  chrome.storage.local.set({ asked: tab.url });
}

const tab = {
  close(click) {
    chrome.storage.local.set({ closed: click.pageUrl });
  },
};

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: 'info', title: 'Information' });
});

chrome.contextMenus.onClicked.addListener((clicked, tab) => {
  if (clicked.menuItemId === 'info') info(clicked, tab);
});

(function () {
  const info = 'close';
  chrome.runtime.onInstalled.addListener(() => {
    chrome.contextMenus.create({ id: info, title: 'Close' });
  });

  chrome.contextMenus.onClicked.addListener((clicked) => {
    if (clicked.menuItemId === info) tab.close(clicked);
  });
})();
