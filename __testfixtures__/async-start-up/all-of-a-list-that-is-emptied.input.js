let settings = {};
async function load(key) {
  const saved = await chrome.storage.local.get(key);
  settings[key] = saved[key];
}

async function init() {
  const loads = [];
  for (const key of ['size', 'color']) loads.push(load(key));
  loads.length = 0;
  await Promise.all(loads);
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
