// Which of them is called is not known.
interface Counter {
  add(): void;
  total(): number;
}

class TabCounter implements Counter {
  private count = 0;
  add() { this.count++; }
  total() { return this.count; }
}

class DoubleCounter implements Counter {
  private count = 0;
  add() { this.count += 2; }
  total() { return this.count; }
}

interface Log {
  write(): void;
  length(): number;
}

class MemoryLog implements Log {
  private size = 0;
  write() { this.size++; }
  length() { return this.size; }
}

const silent: Log = {
  write() {},
  length() { return 0; },
};

class Controller {
  constructor(private readonly counter: Counter, private readonly log: Log) {}

  start() {
    chrome.tabs.onCreated.addListener(() => {
      this.counter.add();
      this.log.write();
    });
    chrome.runtime.onMessage.addListener((message, sender, reply) => {
      reply([this.counter.total(), this.log.length()]);
    });
  }
}

const isDouble = navigator.userAgent.includes('double');
new Controller(isDouble ? new DoubleCounter() : new TabCounter(), isDouble ? silent : new MemoryLog()).start();
