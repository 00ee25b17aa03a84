function setMode(mode) {
  chrome.storage.local.set({ mode });
}
chrome.tabs.onCreated.addListener(() => {
  setMode = (mode) => console.log(mode);
});
