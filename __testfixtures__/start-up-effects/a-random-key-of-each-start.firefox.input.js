const key = Array.from(self.crypto.getRandomValues(new Uint8Array(8)));
chrome.storage.local.set({ key });

chrome.runtime.onMessage.addListener((message) => {
  if (message.key) chrome.storage.local.set({ key: message.key });
});
