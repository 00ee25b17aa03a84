let sent = 0;
let shown = 0;
let opened = 0;
let once = 0;
let posted = 0;
const stateRestored = chrome.storage.session.get({ posted }).then((saved) => {
  posted = saved.posted;
}).catch(console.error);

const none = opened;

function wrapped() {
  const first = once;
  chrome.tabs.onRemoved.addListener(() => {
    if (once === first) console.log('the first one');
    once++;
  });
}
wrapped();

chrome.tabs.onCreated.addListener(async (tab) => {
  const id = ++sent;
  chrome.tabs.sendMessage(tab.id, { id });
  await chrome.storage.local.set({ created: true });
  if (id !== sent) return;
  const own = ++shown;
  await chrome.storage.local.set({ shown: true });
  if (own !== shown) return;
  chrome.browserAction.setBadgeText({ text: `${shown}` });
  opened++;
  await stateRestored;
  const before = posted++;
  chrome.storage.session.set({ posted });
  await chrome.storage.local.set({ posted: true });
  if (before + 1 !== posted) console.log('another one');
});
chrome.tabs.onMoved.addListener(() => {
  console.log(opened === none);
});
