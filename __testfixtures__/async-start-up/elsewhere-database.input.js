let words = [];

const asked = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function load() {
  const database = await asked(indexedDB.open('words', 1));
  words = await asked(database.transaction('words').objectStore('words').getAll());
}
load();

chrome.omnibox.onInputChanged.addListener((text, suggest) => {
  suggest(words.filter((word) => word.content.startsWith(text)));
});
