const own = {
  delay: 100,
  slowDown() {
    this.delay = 60000;
  },
};
const nested = { timeouts: { delay: 100 }, steps: [100] };
const merged = { timeouts: { delay: 100 } };
const printed = { timeouts: { delay: 100 } };
const frozen = Object.freeze({ timeouts: { delay: 100 } });
const log = () => console.log("done");
let started = 0;

class Queue {
  static WAIT = 100;
}

function soon(listener, wait) {
  setTimeout(listener, wait);
}

const helpers = { soon };

browser.runtime.onMessage.addListener((message) => {
  helpers.soon(log, message.wait);
  own.slowDown();
  nested.timeouts.delay = message.delay;
  nested.steps.push(message.delay);
  Object.assign(merged.timeouts, message.timeouts);
  frozen.timeouts.delay = message.delay;
  Queue.WAIT = message.delay;
  started = message.at;
});

browser.tabs.onCreated.addListener((tab) => {
  helpers.soon(log, 200);
  setTimeout(log, own.delay);
  setTimeout(log, nested.timeouts.delay);
  setTimeout(log, nested.steps[0]);
  setTimeout(log, merged.timeouts.delay);
  setTimeout(log, printed.timeouts.delay);
  setTimeout(log, frozen.timeouts.delay);
  setTimeout(log, Queue.WAIT);
  setTimeout(log, tab.index >= 10000 ? tab.index : 10000);
  setTimeout(log, tab.index % tab.id);
  setTimeout(log, 1000 / tab.index);
  setTimeout(log, 1000 - (Date.now() - started));
});

console.log(printed.timeouts);
