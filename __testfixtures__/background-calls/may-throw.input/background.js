function setMode(mode) {
  if (!mode) throw new Error('no mode');
  chrome.storage.local.set({ mode });
}
