let rules = [];

(async () => {
  try {
    const { saved } = await browser.storage.local.get({ saved: [] });
    rules = saved;
    browser.tabs.onCreated.addListener((tab) => {
      browser.tabs.sendMessage(tab.id, rules);
    });
  } catch (error) {
    console.error('start failed', error);
  }
})();
