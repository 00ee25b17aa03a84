const settings = { mode: 'light' };

chrome.storage.local.get('settings', ({ settings: saved }) => {
  Object.assign(settings, saved);
});

chrome.runtime.onMessage.addListener((message) => {
  settings.mode = message.mode;
  chrome.storage.local.set({ saved: message.time });
});
chrome.tabs.onCreated.addListener(() => {
  console.log(settings.mode);
});
