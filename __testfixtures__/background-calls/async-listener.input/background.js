function setMode(mode) {
  chrome.storage.local.set({ mode });
}
chrome.runtime.onMessage.addListener(async (message) => {
  if (message.action === 'log') console.log(message);
});
