const app = {
  prefix: 'tab',

  init: function () {
    chrome.storage.local.get({ prefix: 'tab' }, (items) => {
      this.prefix = items.prefix;
      chrome.tabs.onRemoved.addListener((id) => {
        this.report(id);
      });
    });
  },

  report: function (id) {
    chrome.runtime.sendMessage(this.prefix + id);
  },
};

app.init();
