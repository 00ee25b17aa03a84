const options = { colour: 'blue', size: 2 };
let rules = [];

async function load() {
  Object.assign(options, await chrome.storage.sync.get());
}

(async () => {
  await load();
  if (navigator.onLine) options.size ??= 3;
  await chrome.storage.sync.set({ colour: options.colour });
})();

chrome.storage.local.get({ rules: [] }, (items) => {
  rules = items.rules.filter(({ url }) => url);
  save(rules);
});

function save(list) {
  chrome.storage.local.set({ rules: list });
}

// Nothing else stores this.
chrome.storage.local.set({ version: chrome.runtime.getManifest().version });
chrome.storage.local.remove('formerName');

const request = new XMLHttpRequest();
request.open('GET', chrome.runtime.getURL('words.txt'));
request.onload = () => chrome.storage.local.set({ words: request.responseText });
request.send();

chrome.runtime.onMessage.addListener((message) => {
  if (message.size) chrome.storage.sync.set({ size: message.size, colour: 'red' });
  if (message.rules) chrome.storage.local.set({ rules: message.rules });
  if (message.remove) chrome.storage.local.remove(message.remove);
});
