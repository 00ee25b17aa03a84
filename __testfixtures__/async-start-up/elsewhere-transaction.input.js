let settings = { size: 1 };
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('sizes', 1);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

function note(database) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('starts', 'readwrite');
    transaction.objectStore('starts').put(Date.now(), 'last');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

async function init() {
  const database = await open();
  await note(database);
  settings = { size: database.version };
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
