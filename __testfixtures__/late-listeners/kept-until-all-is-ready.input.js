const waiting = [];
const settings = { loaded: false, values: {} };

settings.whenReady = function (callback) {
  if (settings.loaded) {
    callback();
  } else {
    waiting.push(callback);
  }
};

function orLater(callback) {
  if (!settings.loaded) {
    setTimeout(() => orLater(callback), 50);
    return;
  }
  callback();
}

chrome.storage.local.get(null, (items) => {
  settings.values = items;
  settings.loaded = true;
  for (const callback of waiting) callback();
});

settings.whenReady(() => {
  chrome.tabs.onCreated.addListener((tab) => console.log(tab.id, settings.values));
});
orLater(() => start());

function start() {
  chrome.tabs.onRemoved.addListener((id) => console.log(id, settings.values));
}
