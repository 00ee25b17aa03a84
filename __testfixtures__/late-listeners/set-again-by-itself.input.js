const sync = {
  async listen() {
    const has = await chrome.storage.onChanged.hasListener(sync.run);
    if (!has) chrome.storage.onChanged.addListener(sync.run);
  },

  async run() {
    await chrome.storage.sync.get();
    await sync.listen();
  },
};

sync.run();
