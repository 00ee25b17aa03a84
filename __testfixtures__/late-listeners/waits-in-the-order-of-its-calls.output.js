let counts = {};

function addTabListeners() {
  chrome.tabs.onCreated.addListener(async (tab) => {
    await listening;
    chrome.storage.local.set({ last: tab.url, counts });
  });
}

function addWindowListeners() {
  chrome.windows.onCreated.addListener(async () => {
    await listening;
    chrome.storage.local.set({ counts });
  });
}

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

function start() {
  return new Promise(async (resolve) => {
    await navigator.locks.request('start', () => {});
    counts = { start: 1 };
    startListening();
    resolve();
  });
}

addTabListeners();
addWindowListeners();

Promise.resolve().then(start);
