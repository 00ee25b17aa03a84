class Visits {
  constructor() {
    this.visits = 0;
  }

  update() {
    this.visits++;
  }

  get() {
    return this.visits;
  }
}

class Clicks {
  constructor() {
    this.clicks = 0;
  }

  update() {
    this.clicks++;
  }

  get() {
    return this.clicks;
  }
}

class Button {
  constructor(counter) {
    this.counter = counter;
  }

  press() {
    this.counter.update();
  }
}

const visits = new Visits();
const clicks = new Clicks();
const visit = new Button(visits);
const click = new Button(clicks);

chrome.browserAction.onClicked.addListener(() => click.press());
chrome.tabs.onUpdated.addListener(() => visit.press());
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => sendResponse([visits.get(), clicks.get()]));
