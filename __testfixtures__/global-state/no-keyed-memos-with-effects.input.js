// What is done once for each key.
const posted = {};
const opened = {};
const tabs = {};

function post(key) {
  if (posted[key]) return posted[key];
  chrome.notifications.create({ type: 'basic', title: key, message: key, iconUrl: 'icon.png' });
  posted[key] = key.trim();
  return posted[key];
}

function open(key) {
  if (opened[key]) return opened[key];
  opened[key] = key.trim();
  chrome.tabs.create({ url: key });
  return opened[key];
}

function tabOf(key) {
  if (!tabs[key]) {
    const tab = chrome.tabs.create({ url: key });
    tabs[key] = key.trim();
  }
  return tabs[key];
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const key = String(message.key);
  sendResponse([post(key), open(key), tabOf(key)]);
});
