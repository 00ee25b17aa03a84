// What the options page stores.
const store = { items: { prefix: 'at', limit: 10 } };

store.loading = (async () => {
  const saved = await new Promise((resolve) => chrome.storage.local.get(null, resolve));
  for (const key in saved) store.items[key] = saved[key];
})();

class Courier {
  badge = new Badge();

  constructor() {
    this.log = new Log();
    this.sent = 0;
    this.waiting = new Map();
  }

  start() {
    chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
      if (change.status !== 'complete' || !/^http/.test(tab.url)) return;
      this.log.add(`${store.items.prefix} ${tab.url}`);
      this.waiting.set(tabId, tab.url);
      this.badge.show();
    });
    chrome.tabs.onRemoved.addListener((tabId) => {
      this.waiting.delete(tabId);
    });
    chrome.runtime.onConnect.addListener((port) => {
      port.onMessage.addListener((message) => {
        if (message === 'lines') {
          this.sent++;
          port.postMessage({ lines: this.log.lines, sent: this.sent });
        } else if (message === 'waiting') {
          port.postMessage([...this.waiting.values()]);
        }
      });
    });
    chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
      if (message.prefix) {
        chrome.storage.local.set({ prefix: message.prefix }, () => sendResponse('stored'));
        return true;
      }
      if (message === 'prefix') sendResponse(store.items.prefix);
      if (message === 'age') sendResponse(this.log.age);
    });
  }
}

chrome.storage.onChanged.addListener((changes) => {
  for (const key in changes) store.items[key] = changes[key].newValue;
});

const courier = new Courier();
courier.start();

let clicks = 0;

function count() {
  clicks++;
  chrome.browserAction.setTitle({ title: `${clicks} clicks` });
  return clicks;
}

chrome.browserAction.onClicked.addListener(count);
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'click') chrome.storage.local.set({ clicks: count() });
});
chrome.runtime.onInstalled.addListener(() => {
  chrome.alarms.create('click', { periodInMinutes: 60 });
});
