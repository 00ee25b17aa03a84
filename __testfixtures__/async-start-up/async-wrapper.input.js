let current = 'light';
(async () => {
  const { theme } = await chrome.storage.local.get('theme');
  current = theme;
})();
chrome.tabs.onUpdated.addListener(() => console.log(current));
