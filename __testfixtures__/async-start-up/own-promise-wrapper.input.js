let options = {};

function getOptions() {
  return new Promise((resolve) => {
    chrome.storage.sync.get({ mute: false }, resolve);
  });
}

getOptions().then((found) => {
  options = found;
});

chrome.tabs.onCreated.addListener((tab) => {
  if (options.mute) chrome.tabs.update(tab.id, { muted: true });
});
