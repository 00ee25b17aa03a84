let settings;
let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

(async () => {
  settings = await chrome.storage.sync.get({ limit: 3 });
  startListening();
})();

chrome.tabs.onRemoved.addListener(async (id) => {
  await listening;
  chrome.action.setBadgeText({ text: `${id} ${settings.limit}` });
});
chrome.tabs.onActivated.addListener(() => {
  chrome.action.setBadgeText({ text: '' });
});
chrome.tabs.onCreated.addListener(async () => {
  await listening;
  chrome.action.setBadgeText({ text: 'new' });
});
