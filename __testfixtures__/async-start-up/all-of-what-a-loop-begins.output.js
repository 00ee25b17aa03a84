let settings = {};
async function load(key) {
  const saved = await chrome.storage.local.get(key);
  settings[key] = saved[key];
}

async function init() {
  const loads = [];
  for (const key of ['size', 'color']) loads.push(load(key));
  await Promise.all(loads);
}
const settingsLoaded = init().catch(console.error);

chrome.tabs.onUpdated.addListener(async () => {
  await settingsLoaded;
  console.log(settings.size);
});
