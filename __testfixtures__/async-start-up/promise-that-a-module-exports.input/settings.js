export let settings = { sites: [], badge: '!' };

export const ready = browser.storage.local.get(settings).then((stored) => {
  settings = { ...settings, ...stored };
}).catch(console.error);
