class Log {
  constructor() {
    this.lines = 0;
  }
  write(text) {
    this.lines++;
    console.log(text, this.lines);
  }
}
class App {
  constructor() {
    this.log = new Log();
  }
  start() {
    chrome.tabs.onCreated.addListener(() => this.log.write('created'));
  }
}
const app = new App();
app.start();
chrome.action.onClicked.addListener(() => console.log(JSON.stringify(app)));
