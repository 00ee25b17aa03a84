let rules = [];

async function load() {
  const saved = await browser.storage.local.get(['rules', 'token']);
  if (!saved.token) throw new Error('no token');
  rules = saved.rules;
}

async function init() {
  await load();
  browser.tabs.onUpdated.addListener(() => {
    console.log(rules);
  });
}
init().catch(() => {});
