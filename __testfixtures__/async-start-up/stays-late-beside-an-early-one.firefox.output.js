let limit = 0;

function show(tab) {
  browser.action.setBadgeText({ text: tab.url.length > limit ? '!' : '', tabId: tab.id });
}

browser.tabs.onActivated.addListener(async ({ tabId }) => {
  await limitLoaded;
  show(await browser.tabs.get(tabId));
});

async function load() {
  const saved = await browser.storage.local.get({ limit: 80 });
  limit = saved.limit;
}

const limitLoaded = (async () => {
  await load();
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    show(tab);
  });
})().catch(console.error);
