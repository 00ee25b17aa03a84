const CONFIG = { timeouts: { short: 100, long: 2000 } };
const DELAYS = Object.freeze({ first: 100, next: 200 });
const log = () => console.log("done");
let count = 0;

class Queue {
  static WAIT = 100;

  run() {
    setTimeout(log, Queue.WAIT);
  }
}

function debounce(listener, wait) {
  let timer, started;
  const later = () => {
    const passed = Date.now() - started;
    if (passed < wait) timer = setTimeout(later, wait - passed);
    else listener();
  };
  return () => {
    started = Date.now();
    clearTimeout(timer);
    timer = setTimeout(later, wait);
  };
}

function soon(listener, wait) {
  setTimeout(listener, wait);
}

const helpers = { soon };
const queue = new Queue();
const debounced = debounce(log, 1000);
console.log(DELAYS);

browser.tabs.onCreated.addListener((tab) => {
  setTimeout(log, CONFIG.timeouts.short);
  setTimeout(log, DELAYS[tab.active ? "first" : "next"]);
  setTimeout(log, tab.index * 100 <= 10000 ? tab.index * 100 : 10000);
  setTimeout(log, 5000 > tab.index ? tab.index : 5000);
  setTimeout(log, (tab.index, 1000) * 5);
  setTimeout(log, count++ % 1000);
  setTimeout(log, (Math.random() * 1000) / 2);
  const wait = tab.wait ? CONFIG.timeouts.short : CONFIG.timeouts.long;
  setTimeout(log, wait);
  debounced();
  queue.run();
  helpers.soon(log, 200);
  helpers.soon(log, 300);
});
