let settings = { size: 1 };
function load() {
  return new Promise((resolve) => {
    chrome.storage.local.get({ size: 1 }).then((saved) => {
      resolve(saved);
    });
  });
}

async function init() {
  settings = await load();
}
const loading = init().catch(console.error);
const settingsLoaded = Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 5000))]);

chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.size);
});
