import { parts } from './parts.js';

class CopiedCounter {
  constructor() {
    this.copied = 0;
  }

  update() {
    this.copied++;
  }

  get() {
    return this.copied;
  }
}

class CopiedButton {
  constructor(counter) {
    this.counter = counter;
  }

  press() {
    this.counter.update();
  }
}

const copied = new CopiedCounter();
const copiedButton = [new CopiedButton(copied)].map((one) => new one.constructor(parts[0]))[0];

chrome.browserAction.onClicked.addListener(() => copiedButton.press());
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => sendResponse(copied.get()));
