function watch() {
  chrome.tabs.onCreated.addListener((tab) => {
    chrome.storage.local.set({ url: tab.url });
  });
}

async function init() {
  await navigator.locks.request('start', () => {});
  watch();
  watch();
}

init();
