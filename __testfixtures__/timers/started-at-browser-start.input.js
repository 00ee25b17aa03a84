function begin() {
  setInterval(() => {
    chrome.storage.local.get({ beats: 0 }, ({ beats }) => chrome.storage.local.set({ beats: beats + 1 }));
  }, 60000);
}

chrome.runtime.onInstalled.addListener(begin);
chrome.runtime.onStartup.addListener(begin);
