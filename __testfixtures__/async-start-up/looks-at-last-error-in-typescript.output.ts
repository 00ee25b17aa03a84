let options: Record<string, string> = {};
const optionsLoaded = new Promise<void>((resolve) => chrome.storage.sync.get(null, (items) => {
  resolve();
  if (chrome.runtime.lastError) return;
  options = items;
})).catch(console.error);
chrome.tabs.onUpdated.addListener(async () => {
  await optionsLoaded;
  console.log(options.a);
});
