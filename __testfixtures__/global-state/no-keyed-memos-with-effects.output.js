// What is done once for each key.
const posted = {};
const opened = {};
const tabs = {};
const stateRestored = chrome.storage.session.get({ posted, opened, tabs }).then((saved) => {
  Object.assign(posted, saved.posted);
  Object.assign(opened, saved.opened);
  Object.assign(tabs, saved.tabs);
}).catch(console.error);

function post(key) {
  if (posted[key]) return posted[key];
  chrome.notifications.create({ type: 'basic', title: key, message: key, iconUrl: 'icon.png' });
  posted[key] = key.trim();
  chrome.storage.session.set({ posted });
  return posted[key];
}

function open(key) {
  if (opened[key]) return opened[key];
  opened[key] = key.trim();
  chrome.storage.session.set({ opened });
  chrome.tabs.create({ url: key });
  return opened[key];
}

function tabOf(key) {
  if (!tabs[key]) {
    const tab = chrome.tabs.create({ url: key });
    tabs[key] = key.trim();
    chrome.storage.session.set({ tabs });
  }
  return tabs[key];
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const key = String(message.key);
  stateRestored.then(() => {
    sendResponse([post(key), open(key), tabOf(key)]);
  });
  return true;
});
