function start() {
  chrome.tabs.onCreated.addListener(() => {});
}
const app = {
  init() {
    chrome.tabs.onRemoved.addListener(() => {});
  },
};
class Manager {
  constructor() {
    chrome.alarms.onAlarm.addListener(() => this.tick());
  }
  tick() {}
}
start();
app.init();
new Manager();
