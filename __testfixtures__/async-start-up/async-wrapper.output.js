let current = 'light';
const currentLoaded = (async () => {
  const { theme } = await chrome.storage.local.get('theme');
  current = theme;
})().catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await currentLoaded;
  console.log(current);
});
