let theme = 'light';
const stateRestored = chrome.storage.session.get({ theme: { value: theme } }).then((saved) => {
  theme = saved.theme.value;
}).catch(console.error);

chrome.storage.onChanged.addListener(async (changes, area) => {
  if (area === 'session') return;
  await stateRestored;
  if (changes.theme) {
    theme = changes.theme.newValue;
    chrome.storage.session.set({ theme: { value: theme } });
  }
});
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(theme);
});
