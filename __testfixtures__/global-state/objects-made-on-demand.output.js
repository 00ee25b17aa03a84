class Counter {
  count = 0;
  static get() {
    if (!Counter.one) Counter.one = new Counter();
    return Counter.one;
  }
  add() {
    this.count++;
    chrome.storage.session.set({ count: this.count });
  }
}

class Log {
  lines = 0;
  add() {
    this.lines++;
    chrome.storage.session.set({ lines: this.lines });
  }
}
let log;
function getLog() {
  log ??= new Log();
  return log;
}
const stateRestored = chrome.storage.session.get({ count: Counter.get().count, lines: getLog().lines }).then((saved) => {
  Counter.get().count = saved.count;
  getLog().lines = saved.lines;
}).catch(console.error);

class Request {
  tries = 0;
  send() { this.tries++; }
}

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  Counter.get().add();
  getLog().add();
  const request = new Request();
  request.send();
  console.log(request.tries);
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(Counter.get().count, getLog().lines);
});
