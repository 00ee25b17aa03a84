let counts = {};

function addTabListeners() {
  chrome.tabs.onCreated.addListener((tab) => {
    chrome.storage.local.set({ last: tab.url, counts });
  });
}

function addWindowListeners() {
  chrome.windows.onCreated.addListener(() => {
    chrome.storage.local.set({ counts });
  });
}

function start() {
  return new Promise(async (resolve) => {
    await navigator.locks.request('start', () => {});
    counts = { start: 1 };
    addTabListeners();
    addWindowListeners();
    resolve();
  });
}

Promise.resolve().then(start);
