let settings = { size: 1 };
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('sizes', 1);
    const other = indexedDB.open('others', 1);
    request.onsuccess = () => resolve(request.result);
    other.onerror = () => reject(other.error);
  });
}

async function init() {
  settings = { size: (await open()).version };
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
