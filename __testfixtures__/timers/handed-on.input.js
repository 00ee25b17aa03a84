const promisify = (fn) => (...args) => new Promise((resolve) => fn(resolve, ...args));
const sleep = promisify(setTimeout);
const clock = { wait: setTimeout, soon: setTimeout };
const later = globalThis.setTimeout;
const { setInterval: every } = self;

chrome.tabs.onCreated.addListener(async (tab) => {
  await sleep(300_000);
  clock.wait(() => chrome.tabs.remove(tab.id), 60_000);
  later(() => chrome.tabs.reload(tab.id), 45_000);
  later(() => chrome.tabs.reload(tab.id), 500);
});
chrome.tabs.onRemoved.addListener(() => {
  every(() => chrome.tabs.create({}), 60_000);
});
