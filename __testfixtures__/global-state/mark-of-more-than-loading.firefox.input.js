const sessions = new Map();
let loaded = false;

async function load() {
  if (loaded) return;
  const { saved = [] } = await browser.storage.local.get('saved');
  for (const session of saved) sessions.set(session.id, session);
  browser.tabs.create({ url: 'sessions.html' });
  loaded = true;
}

browser.runtime.onMessage.addListener(async () => {
  await load();
  return [...sessions.values()];
});

load();
