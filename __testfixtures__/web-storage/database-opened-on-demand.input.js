let opening;
function database() {
  opening ??= new Promise((resolve) => {
    const request = indexedDB.open('notes', 1);
    request.onsuccess = () => resolve(request.result);
  });
  return opening;
}
chrome.runtime.onMessage.addListener(async (message) => {
  const db = await database();
  db.transaction('notes', 'readwrite').objectStore('notes').put(message.text, message.id);
});
