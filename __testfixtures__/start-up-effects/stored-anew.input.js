const initial = { count: 0 };

// Nothing but these stores them, but they are others each time.
chrome.storage.local.set({ started: Date.now() });
const secret = crypto.getRandomValues(new Uint8Array(4));
const token = secret.join('-');
chrome.storage.local.set({ token });

chrome.storage.local.get('hits', ({ hits }) => {
  console.log(hits);
  chrome.storage.local.set({ open: [] });
  chrome.storage.sync.set(initial);
});
chrome.storage.local.remove('hits');
chrome.storage.session?.clear();

const request = new XMLHttpRequest();
request.open('GET', 'https://words.example/list');
request.send();

chrome.tabs.onCreated.addListener((tab) => {
  chrome.storage.local.set({ open: [tab.id], hits: 1 });
  chrome.storage.sync.set({ count: 1 });
});
