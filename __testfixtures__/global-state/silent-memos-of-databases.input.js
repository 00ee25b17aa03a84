let opening = null;
let second;
let third;

function open() {
  if (!opening) {
    opening = new Promise((resolve, reject) => {
      const request = indexedDB.open('notes', 2);
      request.onupgradeneeded = () => request.result.createObjectStore('notes', { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
  return opening;
}

function openNamed(name) {
  return new Promise((resolve) => {
    const request = indexedDB.open(name, 1);
    request.onsuccess = () => resolve(request.result);
  });
}

const openSecond = () => (second ??= openNamed('second'));
const openThird = () => third || (third = openNamed('third'));

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  Promise.all([open(), openSecond(), openThird()]).then(([notes]) => {
    notes.transaction('notes', 'readwrite').objectStore('notes').put(message);
    sendResponse(true);
  });
  return true;
});
