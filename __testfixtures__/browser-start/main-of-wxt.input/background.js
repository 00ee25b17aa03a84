export default defineBackground(async () => {
  const { badge } = await chrome.storage.local.get('badge');
  chrome.browserAction.setBadgeText({ text: badge });
});
