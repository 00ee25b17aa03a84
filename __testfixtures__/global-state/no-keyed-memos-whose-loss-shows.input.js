// What tells whether an entry was there.
const met = new Map();
const known = {};
const again = {};

function meet(key) {
  const was = met.has(key);
  if (!was) met.set(key, key.length);
  return was;
}

function know(key) {
  const seen = known[key];
  if (!seen) known[key] = key.length;
  return seen ? 'again' : 'first';
}

function repeat(key) {
  if (!again[key]) {
    again[key] = key.length;
  } else {
    chrome.tabs.create({ url: 'again.html' });
  }
  return again[key];
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const key = String(message.key);
  sendResponse([meet(key), know(key), repeat(key)]);
});
