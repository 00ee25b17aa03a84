let state = {};

chrome.runtime.onSuspend.addListener(() => {
  chrome.storage.local.set({ state });
});
