var Hosts = {
  known: {},
  of: function (url) {
    if (!this.known[url]) this.known[url] = new URL(url).hostname;
    return this.known[url];
  },
  count: function () {
    return Object.keys(this.known).length;
  }
};
