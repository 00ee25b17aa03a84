let listens = false;
function watch(on) {
  if (on) listens = true;
  else listens = false;
}
(() => {
  chrome.tabs.onUpdated.addListener(async (id) => {
    await settingsLoaded;
    if (listens) chrome.tabs.sendMessage(id, 'done');
  });
  const settingsLoaded = chrome.storage.local.get('on').then(({ on }) => watch(on));
  chrome.runtime.onMessage.addListener((message) => {
    settingsLoaded.then(() => {
      watch(message.on);
    });
  });
  chrome.tabs.onRemoved.addListener(() => {
    chrome.storage.local.set({ on: true });
  });
})();
