const seen = {};

const initListeners = async function () {
  // Remember what was opened
  chrome.tabs.onCreated.addListener((tab) => {
    chrome.storage.local.set({ last: tab.url, all: Object.keys(seen) });
  });

  chrome.tabs.onRemoved.addListener((tabId) => {
    if (tabId in seen) {
      chrome.storage.local.remove('last');
    } else {
      console.log('unknown', tabId);
    }
  });

  chrome.contextMenus.onClicked.addListener((info) => {
    if (info.menuItemId === 'count') {
      chrome.storage.local.set({ count: Object.keys(seen).length });
    }
  });
};

(async () => {
  await navigator.locks.request('key', () => {});
  seen.ready = true;
  await initListeners();
})();
