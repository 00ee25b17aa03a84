const DEFAULTS = { warnAt: 50, color: '#555' };

let settings = Object.assign({}, DEFAULTS);
let ignored = [];

async function loadSettings() {
  settings = await browser.storage.local.get(DEFAULTS);
  ignored = (await browser.storage.sync.get('ignored')).ignored;
  await browser.browserAction.setBadgeBackgroundColor({ color: settings.color });
}

async function updateBadge(windowId) {
  const tabs = await browser.tabs.query({ windowId });
  browser.browserAction.setBadgeText({ text: tabs.length > settings.warnAt + ignored.length ? '!' : '', windowId });
}

browser.storage.onChanged.addListener(async () => {
  await loadSettings();
});

browser.runtime.onMessage.addListener((message) => {
  if (message === 'reload') loadSettings();
});

loadSettings().then(() => {
  browser.tabs.onCreated.addListener((tab) => updateBadge(tab.windowId));
});
