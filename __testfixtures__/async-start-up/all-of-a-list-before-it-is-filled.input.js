let settings = {};
async function load(key) {
  const saved = await chrome.storage.local.get(key);
  settings[key] = saved[key];
}

async function init() {
  const loads = [];
  const all = Promise.all(loads);
  for (const key of ['size', 'color']) loads.push(load(key));
  await all;
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
