export default defineBackground(async () => {
  await chrome.storage.local.get('a');
});
