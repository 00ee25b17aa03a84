let settings = { size: 1 };
function load() {
  return new Promise((resolve) => {
    chrome.storage.local.get({ size: 1, kind: 'plain' }, (saved) => {
      switch (saved.kind) {
        case 'plain':
          resolve(saved);
          break;
        case 'none':
          resolve({ size: 3 });
      }
    });
  });
}

async function init() {
  settings = await load();
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
