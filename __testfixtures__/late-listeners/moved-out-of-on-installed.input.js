chrome.runtime.onInstalled.addListener(() => {
  chrome.storage.local.set({ installed: true });
  chrome.tabs.onRemoved.addListener(forget);
});

function forget(id) {
  console.log('closed', id);
}
