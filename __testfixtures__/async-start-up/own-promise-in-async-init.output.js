let mute = false;

const get = (key) => new Promise((resolve, reject) => {
  chrome.storage.sync.get(key, (items) => {
    if (chrome.runtime.lastError) {
      reject(chrome.runtime.lastError);
    } else {
      resolve(items[key]);
    }
  });
});

const init = async () => {
  mute = (await get('mute')) === true;
};

const muteLoaded = init().catch(console.error);

chrome.tabs.onCreated.addListener(async (tab) => {
  await muteLoaded;
  if (mute) chrome.tabs.update(tab.id, { muted: true });
});
