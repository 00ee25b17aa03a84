let settings = {};
async function load(key) {
  const saved = await chrome.storage.local.get(key);
  settings[key] = saved[key];
}

async function init() {
  const loads = [chrome.tabs.sendMessage(1, 'ready')];
  for (const key of ['size', 'color']) loads.push(load(key));
  await Promise.all(loads);
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
