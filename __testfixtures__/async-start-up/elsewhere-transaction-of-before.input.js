let settings = { size: 1 };
let database;

const done = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error);
});

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('sizes', 1);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function init() {
  database = await open();
  const transaction = database.transaction('starts', 'readwrite');
  const saved = await chrome.storage.local.get({ size: 1 });
  await done(transaction);
  settings = saved;
}
init();

chrome.tabs.onUpdated.addListener(() => console.log(settings.size));
