chrome.action.onClicked.addListener((tab) => {
  chrome.storage.local.set({ read: tab.index > 0 });
});
