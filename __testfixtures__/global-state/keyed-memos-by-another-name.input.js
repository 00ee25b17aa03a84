// What is read first has a name, and nothing tells whether it was there.
const lengths = new Map();
const words = {};
const names = {};

function lengthOf(key) {
  let length = lengths.get(key);
  if (length === undefined) {
    length = key.trim().length;
    lengths.set(key, length);
  }
  return length;
}

function wordsOf(key) {
  const known = words[key];
  if (known) return known;
  words[key] = key.split(' ');
  return words[key];
}

function nameOf(key) {
  const known = names[key];
  if (!known) {
    names[key] = key.toLowerCase();
    return names[key];
  }
  return known;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const key = String(message.key);
  sendResponse([lengthOf(key), wordsOf(key), nameOf(key)]);
});
