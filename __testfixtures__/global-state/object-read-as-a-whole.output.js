const settings = {
  enabled: false,
  seen: [],

  note(id) {
    this.seen.push(id);
    chrome.storage.session.set({ seen: this.seen });
  },
};
const stateRestored = chrome.storage.session.get({ seen: settings.seen, enabled: settings.enabled }).then((saved) => {
  settings.seen = saved.seen;
  settings.enabled = saved.enabled;
}).catch(console.error);
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  settings.note(id);
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  settings.enabled = !settings.enabled;
  chrome.storage.session.set({ enabled: settings.enabled });
  console.log(JSON.stringify(settings), settings && 'seen' in settings);
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'get') {
    stateRestored.then(() => {
      sendResponse({ settings });
    });
    return true;
  }
});
