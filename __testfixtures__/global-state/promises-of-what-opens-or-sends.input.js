let folder;
let page;
let notes;

function makeFolder() {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('MKCOL', 'https://example.com/notes');
    request.onload = done;
    request.send();
  });
}

async function showPage() {
  self.open('https://example.com/', '_blank');
}

function openNotes() {
  return new Promise((done) => {
    const request = indexedDB.open('notes', 1);
    request.onsuccess = () => done(request.result);
  });
}

chrome.tabs.onCreated.addListener(async (tab) => {
  if (!folder) folder = makeFolder();
  await folder;
  page = page || showPage();
  await page;
  notes = notes || openNotes();
  (await notes).transaction('tabs', 'readwrite').objectStore('tabs').put(tab.url, tab.id);
});
