let settings = { size: 1 };
function load() {
  return new Promise((resolve) => {
    chrome.storage.local.get({ size: 1 }).then((saved) => {
      resolve(saved);
    });
  });
}

async function init() {
  settings = await load();
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
