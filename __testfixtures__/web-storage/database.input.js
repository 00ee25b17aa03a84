let db;

const request = indexedDB.open('notes', 1);
request.onupgradeneeded = () => request.result.createObjectStore('notes');
request.onsuccess = () => {
  db = request.result;
};

chrome.runtime.onMessage.addListener((message) => {
  db.transaction('notes', 'readwrite').objectStore('notes').put(message.text, message.id);
});
