// Nothing gives these objects in any case, or to make them earlier does more, or shows.
let first;
class First {
  constructor() { this.count = 0; }
}

function initFirst() {
  if (!first) first = new First();
}

let second = null;
class Second {
  constructor() { this.count = 0; }
}

function initSecond() {
  if (second) return false;
  second = new Second();
  return true;
}

let third;
class Third {
  constructor() { this.count = 0; }
}

function getThird() {
  return third ??= new Third();
}

let fourth;
class Fourth {
  #size;
  constructor() {
    this.size = 3;
    this.#width = 4;
    this.count = 0;
  }
  set #width(width) {
    this.#size = width;
    chrome.browserAction.setBadgeText({ text: String(width) });
  }
}

function getFourth() {
  return fourth ??= new Fourth();
}

let fifth;
class Fifth {
  constructor() {
    this.most = mostOfPages;
    this.count = 0;
  }
}

function getFifth() {
  return fifth ??= new Fifth();
}

let sixth;
class Sixth {
  constructor() { this.count = 0; }
}

function getSixth() {
  if (!navigator.onLine) return sixth;
  if (!sixth) sixth = new Sixth();
  return sixth;
}

class Seventh {
  static #one;
  constructor() { this.count = this.start; this.hits = 0; }
  get start() { return mostOfPages; }
  static get() { return Seventh.#one ??= new Seventh(); }
}

chrome.tabs.onCreated.addListener(() => {
  initFirst();
  first.count++;
  initSecond();
  second.count++;
  getThird().count++;
  getFourth().count++;
  getFifth().count++;
  getSixth().count++;
  Seventh.get().hits++;
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  initFirst();
  initSecond();
  reply([first.count, second.count, third ? third.count : 'none', getFourth().count, getFifth().count, getFifth().most, getSixth()?.count, Seventh.get().hits]);
});
