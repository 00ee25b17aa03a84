var settings = { limit: 2 };

const settingsLoaded = ext.storage.local.get({ limit: 2 }).then(({ limit }) => {
  settings.limit = limit;
}).catch(console.error);

ext.storage.onChanged.addListener(async (changes, area) => {
  await settingsLoaded;
  if (area === "local" && changes.limit) settings.limit = changes.limit.newValue;
});
