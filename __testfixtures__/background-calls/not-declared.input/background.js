window.setMode = (mode) => {
  chrome.storage.local.set({ mode });
};
