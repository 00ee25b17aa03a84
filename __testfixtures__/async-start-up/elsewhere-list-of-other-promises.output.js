let settings = { size: 1 };
const answers = [chrome.runtime.sendMessage('size')];

async function init() {
  const loads = [];
  loads.push(...answers);
  await Promise.all(loads);
  settings = await chrome.storage.local.get({ size: 1 });
}
const loading = init().catch(console.error);
const settingsLoaded = Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 5000))]);

chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.size);
});
