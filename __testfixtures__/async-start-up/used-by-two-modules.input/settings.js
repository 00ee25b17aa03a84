export let settings = { sites: [], badge: '!' };

async function loadSettings() {
  const stored = await browser.storage.local.get(settings);
  settings = { ...settings, ...stored };
}

loadSettings();
