let settings = {};
async function load(key) {
  const saved = await chrome.storage.local.get(key);
  settings[key] = saved[key];
}

async function init() {
  const loads = ['size', 'color'].map(load);
  await Promise.all(loads);
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
