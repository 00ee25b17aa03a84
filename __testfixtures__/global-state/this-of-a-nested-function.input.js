const app = {
  count: 0,
  listen() {
    chrome.tabs.onCreated.addListener(function () {
      this.count = 1;
      console.log(this.count);
    });
  },
};
app.listen();
