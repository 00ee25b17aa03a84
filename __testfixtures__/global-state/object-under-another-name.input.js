var recorder = {
  active: false,
  urls: [],
  listen: function () {
    var self = this;
    chrome.action.onClicked.addListener(function () {
      self.active = !self.active;
    });
    chrome.tabs.onUpdated.addListener(function (id, info) {
      if (self.active && info.url) {
        self.urls.push(info.url);
      }
    });
    chrome.commands.onCommand.addListener(function () {
      console.log(this.urls.join());
    }.bind(this));
  },
};
recorder.listen();
