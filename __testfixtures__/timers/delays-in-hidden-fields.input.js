// Of two members of a name one hides the other.
class Poller {
  constructor() {
    this.delay = 60000;
  }
  set delay(delay) { this.short = delay / 1000; }
  get delay() { return this.short; }
  start() {
    setInterval(() => fetch('https://example.com/poll'), this.delay);
  }
}

class Reader {
  delay = 60000;
  delay = 100;
  start() {
    setInterval(() => fetch('https://example.com/read'), this.delay);
  }
}

const poller = new Poller();
poller.start();
const reader = new Reader();
reader.start();
