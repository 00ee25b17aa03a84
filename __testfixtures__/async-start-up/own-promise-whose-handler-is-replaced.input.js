let settings = { size: 1 };
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('sizes', 1);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => console.log('open');
  });
}

async function init() {
  settings = { size: (await open()).version };
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
