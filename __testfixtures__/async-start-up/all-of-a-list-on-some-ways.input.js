let settings = {};
async function load(key) {
  const saved = await chrome.storage.local.get(key);
  settings[key] = saved[key];
}

async function init(waits) {
  const loads = [];
  for (const key of ['size', 'color']) loads.push(load(key));
  if (waits) await Promise.all(loads);
}
init(true);

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
