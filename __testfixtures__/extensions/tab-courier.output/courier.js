// What the options page stores.
const store = { items: { prefix: 'at', limit: 10 } };

store.loading = (async () => {
  const saved = await new Promise((resolve) => chrome.storage.local.get(null, resolve));
  for (const key in saved) store.items[key] = saved[key];
})().catch(console.error);

class Courier {
  badge = new Badge();

  constructor() {
    this.log = new Log();
    this.sent = 0;
    this.waiting = new Map();
  }

  start() {
    chrome.tabs.onUpdated.addListener(async (tabId, change, tab) => {
      if (change.status !== 'complete' || !/^http/.test(tab.url)) return;
      await store.loading;
      await stateRestored;
      this.log.add(`${store.items.prefix} ${tab.url}`);
      this.waiting.set(tabId, tab.url);
      chrome.storage.session.set({ waiting: [...this.waiting] });
      this.badge.show();
    });
    chrome.tabs.onRemoved.addListener(async (tabId) => {
      await store.loading;
      await stateRestored;
      if (this.waiting.delete(tabId)) chrome.storage.session.set({ waiting: [...this.waiting] });
    });
    chrome.runtime.onConnect.addListener((port) => {
      port.onMessage.addListener(async (message) => {
        if (message === 'lines') {
          await store.loading;
          await stateRestored;
          this.sent++;
          chrome.storage.session.set({ sent: this.sent });
          port.postMessage({ lines: this.log.lines, sent: this.sent });
        } else if (message === 'waiting') {
          await store.loading;
          await stateRestored;
          port.postMessage([...this.waiting.values()]);
        }
      });
    });
    chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
      if (message.prefix) {
        chrome.storage.local.set({ prefix: message.prefix }, () => sendResponse('stored'));
        return true;
      }
      if (message === 'prefix') {
        store.loading.then(() => {
          sendResponse(store.items.prefix);
        });
        return true;
      }
      if (message === 'age') {
        store.loading.then(async () => {
          await stateRestored;
          sendResponse(this.log.age);
        });
        return true;
      }
    });
  }
}

chrome.storage.onChanged.addListener(async (changes, area) => {
  if (area === 'session') return;
  await store.loading;
  for (const key in changes) store.items[key] = changes[key].newValue;
});

const courier = new Courier();
courier.start();

let clicks = 0;
const stateRestored = Promise.all([
  chrome.storage.session.get({ clicks, sent: courier.sent, waiting: [...courier.waiting], lines: courier.log.lines, since: courier.log.since && courier.log.since.getTime() }).then((savedState) => {
    clicks = savedState.clicks;
    courier.sent = savedState.sent;
    courier.waiting = new Map(savedState.waiting.map(([key, value]) => [key, value ?? undefined]));
    courier.log.lines = savedState.lines;
    courier.log.since = savedState.since && new Date(savedState.since);
  }).catch(console.error),
  courier.badge.restoreState()
]);

function count() {
  clicks++;
  chrome.storage.session.set({ clicks });
  chrome.action.setTitle({ title: `${clicks} clicks` });
  return clicks;
}

chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  count();
});
chrome.alarms.onAlarm.addListener(async (alarm) => {
  await stateRestored;
  if (alarm.name === 'click') chrome.storage.local.set({ clicks: count() });
});
chrome.runtime.onInstalled.addListener(() => {
  chrome.alarms.create('click', { periodInMinutes: 60 });
});
