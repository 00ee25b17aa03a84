function info(click, tab) {
  chrome.storage.local.set({ asked: tab.url });
}

const tab = {
  close(click) {
    chrome.storage.local.set({ closed: click.pageUrl });
  },
};

chrome.contextMenus.create({ id: 'info', title: 'Information', onclick: info });

(function () {
  const info = 'close';
  chrome.contextMenus.create({ id: info, title: 'Close', onclick: tab.close });
})();
