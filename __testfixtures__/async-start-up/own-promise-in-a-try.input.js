let settings = { size: 1 };
function load() {
  return new Promise(async (resolve, reject) => {
    try {
      const saved = await chrome.storage.local.get({ size: 1 });
      if (saved.size === 0) throw new Error('no size');
      resolve(saved);
    } catch (error) {
      reject(error);
    }
  });
}

async function init() {
  settings = await load();
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
