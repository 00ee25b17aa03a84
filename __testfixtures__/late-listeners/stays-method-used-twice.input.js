const app = {
  name: 'app',
  init() {
    chrome.storage.local.get('on', () => {
      chrome.tabs.onCreated.addListener((tab) => console.log(this.name, tab.id));
    });
  },
};

app.init();
const { init } = app;
setTimeout(init, 1000);
