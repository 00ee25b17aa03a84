let rules = [];

const rulesLoaded = (async () => {
  try {
    const { saved } = await browser.storage.local.get({ saved: [] });
    rules = saved;
  } catch (error) {
    console.error('start failed', error);
  }
})().catch(console.error);

browser.tabs.onCreated.addListener(async (tab) => {
  await rulesLoaded;
  browser.tabs.sendMessage(tab.id, rules);
});
