interface Counter {
  add(): void;
  total(): number;
}

class TabCounter implements Counter {
  private count = 0;
  add() { this.count++; }
  total() { return this.count; }
}

abstract class Log {
  abstract write(line: string): void;
  abstract length(): number;
}

class MemoryLog extends Log {
  private size = 0;
  write(_line: string) { this.size++; }
  length() { return this.size; }
}

class Controller {
  constructor(private readonly counter: Counter, private log: Log | undefined) {}

  start() {
    chrome.tabs.onCreated.addListener((tab) => {
      this.counter.add();
      this.log!.write(tab.title!);
    });
    chrome.runtime.onMessage.addListener((message, sender, reply) => {
      reply([this.counter.total(), this.log!.length()]);
    });
  }
}

new Controller(new TabCounter(), new MemoryLog()).start();
