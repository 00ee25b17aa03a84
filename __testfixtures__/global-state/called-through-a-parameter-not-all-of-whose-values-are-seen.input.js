import { parts } from './parts.js';

class SpreadCounter {
  constructor() {
    this.spread = 0;
  }

  update() {
    this.spread++;
  }

  get() {
    return this.spread;
  }
}

class SpreadButton {
  constructor(counter) {
    this.counter = counter;
  }

  press() {
    this.counter.update();
  }
}

const spread = new SpreadCounter();
const spreadButton = new SpreadButton(...parts);

class ReflectedCounter {
  constructor() {
    this.reflected = 0;
  }

  update() {
    this.reflected++;
  }

  get() {
    return this.reflected;
  }
}

class ReflectedButton {
  constructor(counter) {
    this.counter = counter;
  }

  press() {
    this.counter.update();
  }
}

const reflected = new ReflectedCounter();
const reflectedButton = [new ReflectedButton(reflected), Reflect.construct(ReflectedButton, parts)][0];

class ReassignedCounter {
  constructor() {
    this.reassigned = 0;
  }

  update() {
    this.reassigned++;
  }

  get() {
    return this.reassigned;
  }
}

class ReassignedButton {
  constructor(counter) {
    counter = parts[0] || counter;
    this.counter = counter;
  }

  press() {
    this.counter.update();
  }
}

const reassigned = new ReassignedCounter();
const reassignedButton = new ReassignedButton(reassigned);

class InheritedCounter {
  constructor() {
    this.inherited = 0;
  }

  update() {
    this.inherited++;
  }

  get() {
    return this.inherited;
  }
}

class InheritedButton {
  constructor(counter) {
    this.counter = counter;
  }

  press() {
    this.counter.update();
  }
}

const inherited = new InheritedCounter();
const inheritedButton = [new InheritedButton(inherited), new (class extends InheritedButton {})(parts[0])][0];

class ArgumentsCounter {
  constructor() {
    this.args = 0;
  }

  update() {
    this.args++;
  }

  get() {
    return this.args;
  }
}

class ArgumentsButton {
  constructor(counter) {
    arguments[0] = parts[0];
    this.counter = counter;
  }

  press() {
    this.counter.update();
  }
}

const args = new ArgumentsCounter();
const argsButton = new ArgumentsButton(args);

chrome.browserAction.onClicked.addListener(() => {
  spreadButton.press();
  reflectedButton.press();
  reassignedButton.press();
  inheritedButton.press();
  argsButton.press();
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => sendResponse([spread.get(), reflected.get(), reassigned.get(), inherited.get(), args.get()]));
