function setMode(mode) {
  chrome.storage.local.set({ mode });
}
chrome.runtime.onMessage.addListener((message) => {
  if (message.type === 'background/setMode') setMode(message.args.mode);
});
