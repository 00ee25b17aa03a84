var settings = { limit: 2 };

ext.storage.local.get({ limit: 2 }).then(({ limit }) => {
  settings.limit = limit;
});

ext.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && changes.limit) settings.limit = changes.limit.newValue;
});
