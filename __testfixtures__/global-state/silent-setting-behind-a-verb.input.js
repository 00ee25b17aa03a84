let listens = false;
function apply({ on }) {
  const method = on ? 'addListener' : 'removeListener';
  if (method === 'addListener') listens = true;
  else listens = false;
}
chrome.tabs.onUpdated.addListener(async (id) => {
  await settingsLoaded;
  if (listens) chrome.tabs.sendMessage(id, 'done');
});
const settingsLoaded = chrome.storage.local.get('on').then(apply);
chrome.runtime.onMessage.addListener((message) => {
  chrome.storage.local.set({ on: message.on });
  settingsLoaded.then(() => {
    apply(message);
  });
});
