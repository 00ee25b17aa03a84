// What tells whether an entry was there.
const met = new Map();
const known = {};
const again = {};
const stateRestored = chrome.storage.session.get({ met: [], known, again }).then((saved) => {
  for (const [key, value] of saved.met) met.set(key, value);
  Object.assign(known, saved.known);
  Object.assign(again, saved.again);
}).catch(console.error);

function meet(key) {
  const was = met.has(key);
  if (!was) {
    met.set(key, key.length);
    chrome.storage.session.set({ met: [...met] });
  }
  return was;
}

function know(key) {
  const seen = known[key];
  if (!seen) {
    known[key] = key.length;
    chrome.storage.session.set({ known });
  }
  return seen ? 'again' : 'first';
}

function repeat(key) {
  if (!again[key]) {
    again[key] = key.length;
    chrome.storage.session.set({ again });
  } else {
    chrome.tabs.create({ url: 'again.html' });
  }
  return again[key];
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const key = String(message.key);
  stateRestored.then(() => {
    sendResponse([meet(key), know(key), repeat(key)]);
  });
  return true;
});
