let settings = { size: 1 };
function load() {
  return new Promise((resolve, reject) => {
    chrome.storage.local.get({ size: 1, kind: 'plain' }, (saved) => {
      switch (saved.kind) {
        case 'plain':
        case 'simple':
          chrome.runtime.lastError ? reject(chrome.runtime.lastError) : resolve(saved);
          break;
        case 'text':
          try {
            resolve(JSON.parse(saved.text));
          } catch {
            resolve({ size: 2 });
          }
          break;
        default:
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
