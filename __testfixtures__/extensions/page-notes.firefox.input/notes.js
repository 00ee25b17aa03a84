const notes = {
  async read(url) {
    const stored = await browser.storage.local.get(url);
    return stored[url] || '';
  },
  write(url, text) {
    return browser.storage.local.set({ [url]: text });
  },
};
