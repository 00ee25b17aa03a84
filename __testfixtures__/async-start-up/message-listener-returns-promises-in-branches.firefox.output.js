let notes = [];
let enabled = true;

async function load() {
  const data = await browser.storage.local.get({ notes: [], enabled: true });
  notes = data.notes;
  enabled = data.enabled;
}

browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'list') return settingsLoaded.then(() => Promise.resolve(notes));
  if (message.type === 'state') return settingsLoaded.then(() => browser.storage.local.set({ asked: enabled }).then(() => enabled));
  if (message.type === 'version') return Promise.resolve(1);
  if (message.type === 'toggle') {
    return settingsLoaded.then(() => {
      enabled = !enabled;
      browser.storage.local.set({ enabled });
      return Promise.resolve(enabled);
    });
  }
});

const settingsLoaded = load().catch(console.error);
