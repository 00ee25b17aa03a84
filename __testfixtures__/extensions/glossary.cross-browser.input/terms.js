// The terms and their meanings live in the synchronised storage, each under a key of its own.
const PREFIX = "term:";

const terms = {
  read() {
    return browser.storage.sync.get(null).then((items) => {
      const found = {};
      for (const key of Object.keys(items)) {
        if (key.startsWith(PREFIX)) found[key.slice(PREFIX.length)] = items[key];
      }
      return found;
    });
  },

  write(term, meaning) {
    return browser.storage.sync.set({ [PREFIX + term]: meaning });
  },

  remove(term) {
    return browser.storage.sync.remove(PREFIX + term);
  },
};
