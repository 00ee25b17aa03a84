let rules = [];

async function load() {
  const saved = await browser.storage.local.get(['rules', 'token']);
  if (!saved.token) throw new Error('no token');
  rules = saved.rules;
}

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function init() {
  await load();
  startListening();
}

browser.tabs.onUpdated.addListener(async () => {
  await listening;
  console.log(rules);
});
init().catch(() => {});
