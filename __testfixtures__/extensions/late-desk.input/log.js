function write(key, value) {
  chrome.storage.local.set({ [key]: value });
}

function read(defaults) {
  return new Promise((resolve) => chrome.storage.local.get(defaults, resolve));
}
