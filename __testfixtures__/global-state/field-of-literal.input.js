const app = {
  muted: false,
  start() {
    chrome.commands.onCommand.addListener(() => {
      app.muted = !app.muted;
    });
    chrome.tabs.onUpdated.addListener((id) => {
      if (this.muted) chrome.tabs.update(id, { muted: true });
    });
  },
};
app.start();
