let options = {};

function getOptions() {
  return new Promise((resolve) => {
    chrome.storage.sync.get({ mute: false }, resolve);
  });
}

const optionsLoaded = getOptions().then((found) => {
  options = found;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await optionsLoaded;
  if (options.mute) chrome.tabs.update(tab.id, { muted: true });
});
