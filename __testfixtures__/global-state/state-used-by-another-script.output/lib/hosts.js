var Hosts = {
  known: {},
  of: function (url) {
    if (!this.known[url]) {
      this.known[url] = new URL(url).hostname;
      chrome.storage.session.set({ known: this.known });
    }
    return this.known[url];
  },
  count: function () {
    return Object.keys(this.known).length;
  }
};
var hostsRestored = chrome.storage.session.get({ known: Hosts.known }).then(function (saved) {
  Hosts.known = saved.known;
}).catch(console.error);
