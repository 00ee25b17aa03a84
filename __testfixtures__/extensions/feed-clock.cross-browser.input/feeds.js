const ROUND = 20 * 60 * 1000;
const TIDY_EVERY = 1000 * 60 * 60 * 6;

function read(defaults) {
  return new Promise((resolve) => chrome.storage.local.get(defaults, resolve));
}

function write(values) {
  return new Promise((resolve) => chrome.storage.local.set(values, resolve));
}
