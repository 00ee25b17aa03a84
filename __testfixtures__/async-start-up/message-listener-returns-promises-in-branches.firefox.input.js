let notes = [];
let enabled = true;

async function load() {
  const data = await browser.storage.local.get({ notes: [], enabled: true });
  notes = data.notes;
  enabled = data.enabled;
}

browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'list') return Promise.resolve(notes);
  if (message.type === 'state') return browser.storage.local.set({ asked: enabled }).then(() => enabled);
  if (message.type === 'version') return Promise.resolve(1);
  if (message.type === 'toggle') {
    enabled = !enabled;
    browser.storage.local.set({ enabled });
    return Promise.resolve(enabled);
  }
});

load();
