export default defineBackground(async () => {
  // The browser starts the background for this listener; all else is done below.
  chrome.runtime.onStartup.addListener(() => {});

  const { badge } = await chrome.storage.local.get('badge');
  chrome.browserAction.setBadgeText({ text: badge });
});
