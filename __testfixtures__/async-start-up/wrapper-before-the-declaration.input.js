(async () => {
  const { theme } = await chrome.storage.local.get('theme');
  current = theme;
})();
let current = 'light';
chrome.tabs.onUpdated.addListener(() => console.log(current));
