const sessions = new Map();
let loaded = false;

async function load() {
  if (loaded) return;
  const { saved = [] } = await browser.storage.local.get('saved');
  for (const session of saved) sessions.set(session.id, session);
  loaded = true;
}

browser.runtime.onMessage.addListener(async (message) => {
  await load();
  if (message.session) {
    sessions.set(message.session.id, message.session);
    await browser.storage.local.set({ saved: [...sessions.values()], sessions: sessions.size });
  }
  return [...sessions.values()];
});

load();
