class Counter {
  count = 0;
  static get() {
    if (!Counter.one) Counter.one = new Counter();
    return Counter.one;
  }
  add() { this.count++; }
}

class Log {
  lines = 0;
  add() { this.lines++; }
}
let log;
function getLog() {
  log ??= new Log();
  return log;
}

class Request {
  tries = 0;
  send() { this.tries++; }
}

chrome.tabs.onCreated.addListener(() => {
  Counter.get().add();
  getLog().add();
  const request = new Request();
  request.send();
  console.log(request.tries);
});
chrome.action.onClicked.addListener(() => {
  console.log(Counter.get().count, getLog().lines);
});
