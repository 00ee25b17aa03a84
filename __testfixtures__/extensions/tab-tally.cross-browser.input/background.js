var count = 0;

function show() {
  browser.browserAction.setBadgeText({ text: count === 0 ? '' : String(count) });
}

function add(step) {
  count += step;
  show();
}

function reset() {
  count = 0;
  show();
}

function getCount() {
  return count;
}

async function note(name) {
  await browser.storage.local.set({ noted: `${name}: ${count}` });
}

browser.tabs.onCreated.addListener((tab) => {
  if (!tab.url.startsWith('moz-extension:') && tab.url !== 'about:blank') add(0);
});

browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'noted') return browser.storage.local.get('noted');
});
