// Each of these fields may have another value than the one that is written.
const written = {
  DELAY: 100,
  start() { setTimeout(() => console.log('written'), this.DELAY); },
};
const byName = {
  DELAY: 100,
  start() { setTimeout(() => console.log('byName'), this.DELAY); },
  set(name: string, value: number) { this[name] = value; },
};
const assigned = {
  DELAY: 100,
  start() { setTimeout(() => console.log('assigned'), this.DELAY); },
  configure(options: object) { Object.assign(this, options); },
};
const taken = {
  DELAY: 100,
  start() { setTimeout(() => console.log('taken'), this.DELAY); },
  configure(options: any) { ({ delay: this.DELAY } = options); },
};
const removed = {
  DELAY: 100,
  start() { setTimeout(() => console.log('removed'), this.DELAY); },
  stop() { delete this.DELAY; },
};
const spread = {
  DELAY: 100,
  start() { setTimeout(() => console.log('spread'), this.DELAY); },
  ...globalThis.options,
};
const borrowed = {
  DELAY: 100,
  start() { setTimeout(() => console.log('borrowed'), this.DELAY); },
};
const asked = {
  get DELAY() { return globalThis.options.delay; },
  start() { setTimeout(() => console.log('asked'), this.DELAY); },
};

class Slowed {
  delay = 100;
  start() { setTimeout(() => console.log('Slowed'), this.delay); }
  slowDown() { this.delay *= 2; }
}

class Base {
  delay = 100;
  start() { setTimeout(() => console.log('Base'), this.delay); }
}
class Overriding extends Base {
  delay = 60000;
}

class Several {
  delay: number;
  constructor(delay: number) { this.delay = delay; }
  start() { setTimeout(() => console.log('Several'), this.delay); }
}

class Given {
  constructor(private delay = 100) {}
  start() { setTimeout(() => console.log('Given'), this.delay); }
}

class Chosen {
  delay = 100;
  constructor(options: any) {
    if (options) this.delay = options.delay;
  }
  start() { setTimeout(() => console.log('Chosen'), this.delay); }
}

// A timer that is started before the field has its value has another delay.
class TooEarly {
  delay: number;
  constructor() {
    this.start();
    this.delay = 60000;
  }
  start() { setTimeout(() => console.log('TooEarly'), this.delay); }
}
class TooEarlyField {
  started = this.start();
  delay = 60000;
  start() { setTimeout(() => console.log('TooEarlyField'), this.delay); }
}
class TooEarlySetter {
  delay: number;
  constructor() {
    this.running = true;
    this.delay = 60000;
  }
  set running(_value: boolean) { setTimeout(() => console.log('TooEarlySetter'), this.delay); }
}
class InTheMiddle {
  delay: number;
  constructor() {
    setTimeout(() => console.log('InTheMiddle'), this.delay);
    this.delay = 60000;
  }
}
class LeftBefore {
  delay: number;
  constructor() {
    if (!globalThis.options) return;
    this.delay = 60000;
  }
  start() { setTimeout(() => console.log('LeftBefore'), this.delay); }
}

class Counted {
  static delay = 100;
  static start() { setTimeout(() => console.log('Counted'), this.delay); }
}
class CountedFaster extends Counted {
  static delay = 60000;
}
class Configured {
  static delay = 100;
  start() { setTimeout(() => console.log('Configured'), (this.constructor as typeof Configured).delay); }
  configure() { (this.constructor as any).delay = 60000; }
}

enum Delay { Poll = 100, Counted = 'poll'.length }
(Delay as any).Poll = 60000;

const slowed = new Slowed();
const overriding = new Overriding();
const several = [new Several(100), new Several(60000)];
const given = new Given(globalThis.options?.delay);
const chosen = new Chosen(globalThis.options);
const early = [new TooEarly(), new TooEarlyField(), new TooEarlySetter(), new InTheMiddle(), new LeftBefore()];
const configured = new Configured();

browser.runtime.onMessage.addListener((message) => {
  written.DELAY = message.delay;
  written.start();
  byName.set(message.name, message.value);
  byName.start();
  assigned.configure(message);
  assigned.start();
  taken.configure(message);
  taken.start();
  removed.stop();
  removed.start();
  spread.start();
  borrowed.start.call({ DELAY: message.delay });
  asked.start();
  slowed.slowDown();
  slowed.start();
  overriding.start();
  for (const one of several) one.start();
  given.start();
  chosen.start();
  (early[0] as TooEarly).start();
  (early[4] as LeftBefore).start();
  Counted.start();
  CountedFaster.start();
  configured.configure();
  configured.start();
  setTimeout(() => console.log('Delay'), Delay.Poll);
});
