const seen = {};

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

const initListeners = async function () {
  startListening();
};

// Remember what was opened
chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  chrome.storage.local.set({ last: tab.url, all: Object.keys(seen) });
});

chrome.tabs.onRemoved.addListener(async (tabId) => {
  await listening;
  if (tabId in seen) {
    chrome.storage.local.remove('last');
  } else {
    console.log('unknown', tabId);
  }
});

chrome.contextMenus.onClicked.addListener(async (info) => {
  if (info.menuItemId === 'count') {
    await listening;
    chrome.storage.local.set({ count: Object.keys(seen).length });
  }
});

(async () => {
  await navigator.locks.request('key', () => {});
  seen.ready = true;
  await initListeners();
})();
