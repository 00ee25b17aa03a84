let settings = { size: 1 };
function load() {
  return new Promise(async (resolve) => {
    const saved = await chrome.storage.local.get({ size: 1 });
    resolve(saved);
  });
}

async function init() {
  settings = await load();
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
