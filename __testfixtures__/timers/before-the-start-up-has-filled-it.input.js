let sites = {};
let seconds = {};
let page = null;
let database;
let errors = 0;

fetch('https://example.com/sites.json').then((response) => response.json()).then((found) => {
  sites = found;
  setInterval(() => chrome.storage.local.set({ sites }), 60000);
});

chrome.tabs.onRemoved.addListener((id) => {
  delete sites[id];
});

chrome.storage.local.get({ seconds: {} }, (stored) => {
  seconds = stored.seconds;
  setInterval(watch, 15000);
});

function watch() {
  chrome.tabs.query({ active: true }, ([tab]) => {
    if (page) seconds[page] = (seconds[page] || 0) + 15;
    page = tab && tab.url;
  });
}

chrome.tabs.onActivated.addListener(() => {
  chrome.action.setTitle({ title: `${seconds[page]}` });
});

setInterval(saveSeconds, 5 * 60000);

function saveSeconds() {
  chrome.storage.local.set({ seconds });
}

const opening = indexedDB.open('log', 1);
opening.onsuccess = () => {
  database = opening.result;
};

chrome.webNavigation.onErrorOccurred.addListener(() => {
  errors++;
  setTimeout(() => {
    database.transaction('log', 'readwrite').objectStore('log').put(errors);
  }, 60000);
});
