(() => {
  class Badge {
    init() {
      const self = this;
      chrome.storage.local.get({ limit: 3 }, (items) => {
        self.limit = items.limit;
        chrome.tabs.onRemoved.addListener(self.show.bind(self));
      });
    }

    show(id) {
      chrome.action.setBadgeText({ text: `${id} ${this.limit}` });
    }
  }

  class WindowBadge extends Badge {
    show(id, info) {
      chrome.action.setBadgeText({ text: `${info.windowId} ${this.limit}` });
    }
  }

  const log = {
    load() {
      const that = this;
      chrome.storage.local.get({ prefix: 'tab' }, (items) => {
        that.prefix = items.prefix;
        chrome.tabs.onCreated.addListener(that.write.bind(that));
      });
    },
    write(tab) {
      console.log(this.prefix, tab.id);
    },
  };

  const badge = new WindowBadge();
  badge.init();
  const quiet = { ...log, write: () => {} };
  quiet.load();
})();
