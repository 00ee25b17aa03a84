let values = {};
let others = {};

chrome.storage.local.get(null, (stored) => {
  values = stored;
});
chrome.storage.sync.get(null, (stored) => {
  others = stored;
});

function set(name, value) {
  values[name] = value;
  chrome.storage.local.set({ [name]: value });
}

function setOther(name, value) {
  others[name] = value;
  chrome.storage.sync.set({ [name]: Date.now() });
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  set(message.name, message.value);
  setOther(message.name, message.value);
  sendResponse([values.mode, others.mode]);
});
