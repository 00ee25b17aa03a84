var recorder = {
  active: false,
  urls: [],
  listen: function () {
    var self = this;
    chrome.action.onClicked.addListener(async function () {
      await stateRestored;
      self.active = !self.active;
      chrome.storage.session.set({ active: recorder.active });
    });
    chrome.tabs.onUpdated.addListener(async function (id, info) {
      await stateRestored;
      if (self.active && info.url) {
        self.urls.push(info.url);
        chrome.storage.session.set({ urls: recorder.urls });
      }
    });
    chrome.commands.onCommand.addListener(async function () {
      await stateRestored;
      console.log(this.urls.join());
    }.bind(this));
  },
};
var stateRestored = chrome.storage.session.get({ active: recorder.active, urls: recorder.urls }).then(function (saved) {
  recorder.active = saved.active;
  recorder.urls = saved.urls;
}).catch(console.error);
recorder.listen();
