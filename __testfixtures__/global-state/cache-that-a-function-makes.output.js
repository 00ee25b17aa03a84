let seen;
const stateRestored = chrome.storage.session.get({ seen: { value: seen && [...seen] } }).then((saved) => {
  seen = saved.seen.value && new Set(saved.seen.value);
}).catch(console.error);

const getSeen = () => {
  seen ??= new Set();
  chrome.storage.session.set({ seen: { value: seen && [...seen] } });
  return seen;
};

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  getSeen().add(tab.id);
  chrome.storage.session.set({ seen: { value: seen && [...seen] } });
});
chrome.tabs.onRemoved.addListener(async (tabId) => {
  await stateRestored;
  const result = getSeen().delete(tabId);
  chrome.storage.session.set({ seen: { value: seen && [...seen] } });
  if (result) chrome.browserAction.setBadgeText({ text: String(getSeen().size) });
});
