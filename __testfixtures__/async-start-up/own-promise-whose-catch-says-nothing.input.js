let settings = { size: 1 };
function load() {
  return new Promise(async (resolve) => {
    try {
      resolve(await chrome.storage.local.get({ size: 1 }));
    } catch (error) {
      console.error(error);
    }
  });
}

async function init() {
  settings = await load();
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
