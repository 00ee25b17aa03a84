let last = undefined;
let shown = 0;
let begun = 0;
let times = 0;
const stateRestored = chrome.storage.session.get({ last: { value: last }, shown, begun, times }).then((saved) => {
  last = saved.last.value;
  shown = saved.shown;
  begun = saved.begun;
  times = saved.times;
}).catch(console.error);
let since = 0;

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  // Nothing is more than a second since undefined.
  if (Date.now() - last > 1000) chrome.action.setBadgeText({ text: '+' });
  last = Date.now();
  chrome.storage.session.set({ last: { value: last } });
});

chrome.tabs.onUpdated.addListener(async () => {
  await stateRestored;
  if (Date.now() - shown > 1000) {
    chrome.action.setTitle({ title: `after ${Date.now() - shown} ms` });
    shown = Date.now();
    chrome.storage.session.set({ shown });
  }
});

chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  begun ||= Date.now();
  chrome.storage.session.set({ begun });
  if (Date.now() - begun < 1000) chrome.action.setBadgeText({ text: '-' });
});

chrome.tabs.onMoved.addListener(async () => {
  await stateRestored;
  if (times > 5) return;
  if (Date.now() - since > 1000) {
    since = Date.now();
    times = 0;
    chrome.storage.session.set({ times });
  }
  times += 1;
  chrome.storage.session.set({ times });
});
