const app = {
  state: {
    count: 0,
    isBusy() {
      return this.count > 10;
    },
  },
  init() {
    chrome.tabs.onCreated.addListener(async () => {
      await stateRestored;
      app.state.count++;
      chrome.storage.session.set({ count: this.state.count });
    });
    chrome.action.onClicked.addListener(async () => {
      await stateRestored;
      console.log(app.state.count, app.state.isBusy());
    });
  },
};
const stateRestored = chrome.storage.session.get({ count: app.state.count }).then((saved) => {
  app.state.count = saved.count;
}).catch(console.error);

app.init();
