function Timer() {
  this.count = 0;
  chrome.tabs.onRemoved.addListener(() => { this.count++; });
}
Timer.prototype.add = function () { this.count++; };

const other = {};
Timer.call(other);
const timer = new Timer();

function Counter() { this.count = 0; }
Counter.prototype.add = function () { this.count++; };
function Counter() {
  this.count = 50;
  chrome.tabs.onRemoved.addListener(() => { this.count--; });
}
const counter = new Counter();

class Store {
  constructor() { this.count = 0; }
  add() { this.count++; }
  another() { return new this.constructor(); }
}
const store = new Store();

class Poller {
  constructor() { this.count = 0; }
  add() { this.count++; }
  static create() { return new this(); }
}
const poller = new Poller();
const pollers = [Poller.create()];

chrome.tabs.onCreated.addListener(() => {
  timer.add();
  counter.add();
  store.add();
  store.another().add();
  poller.add();
  pollers[0].add();
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  reply([timer.count, other.count, counter.count, store.count, poller.count]);
});
