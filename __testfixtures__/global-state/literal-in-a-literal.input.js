const app = {
  state: {
    count: 0,
    isBusy() {
      return this.count > 10;
    },
  },
  init() {
    chrome.tabs.onCreated.addListener(() => {
      app.state.count++;
    });
    chrome.action.onClicked.addListener(() => console.log(app.state.count, app.state.isBusy()));
  },
};

app.init();
