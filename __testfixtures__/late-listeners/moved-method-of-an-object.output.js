const app = {
  prefix: 'tab',

  init: function () {
    const loading = chrome.storage.local.get({ prefix: 'tab' }).then((items) => {
      this.prefix = items.prefix;
    });

    chrome.tabs.onRemoved.addListener(async (id) => {
      await settingsLoaded;
      app.report(id);
    });
    return loading;
  },

  report: function (id) {
    chrome.runtime.sendMessage(this.prefix + id);
  },
};

const settingsLoaded = app.init().catch(console.error);
