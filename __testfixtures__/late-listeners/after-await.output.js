let options;
async function start() {
  options = await chrome.storage.sync.get();
}
const optionsLoaded = start().catch(console.error);
chrome.tabs.onRemoved.addListener(async () => {
  await optionsLoaded;
  console.log(options);
});
