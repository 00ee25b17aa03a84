const app = {
  muted: false,
  start() {
    chrome.commands.onCommand.addListener(async () => {
      await stateRestored;
      app.muted = !app.muted;
      chrome.storage.session.set({ muted: app.muted });
    });
    chrome.tabs.onUpdated.addListener(async (id) => {
      await stateRestored;
      if (this.muted) chrome.tabs.update(id, { muted: true });
    });
  },
};
const stateRestored = chrome.storage.session.get({ muted: app.muted }).then((saved) => {
  app.muted = saved.muted;
}).catch(console.error);
app.start();
