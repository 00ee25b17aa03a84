let settings = { size: 1 };
function load() {
  return new Promise(async (resolve) => {
    let saved;
    while (!saved?.size) saved = await chrome.storage.local.get('size');
    resolve(saved);
  });
}

async function init() {
  settings = await load();
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
