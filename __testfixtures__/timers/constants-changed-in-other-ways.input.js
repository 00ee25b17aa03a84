const first = { delay: 100 };
browser.tabs.onCreated.addListener(() => setTimeout(() => console.log("first"), first.delay));

const second = { delay: 100 };
browser.tabs.onCreated.addListener(() => setTimeout(() => console.log("second"), second.delay));

const third = { delay: 100 };
browser.tabs.onCreated.addListener(() => setTimeout(() => console.log("third"), third.delay));

const later = { delay: 100 };
later.slowDown = function () {
  this.delay = 60000;
};
browser.tabs.onCreated.addListener(() => setTimeout(() => console.log("later"), later.delay));

class Own {
  static delay = 100;
  static slowDown() {
    this.delay = 60000;
  }
}
browser.tabs.onCreated.addListener(() => setTimeout(() => console.log("own"), Own.delay));

class Given {
  static delay = 100;
}
browser.tabs.onCreated.addListener(() => setTimeout(() => console.log("given"), Given.delay));

class Named {
  static delay = 100;
}
browser.tabs.onCreated.addListener(() => setTimeout(() => console.log("named"), Named.delay));

browser.runtime.onMessage.addListener((message) => {
  [first.delay] = message.delays;
  ({ delay: second.delay } = message);
  for (third.delay of message.delays) console.log(third.delay);
  later.slowDown();
  Own.slowDown();
  Object.assign(Given, message.delays);
  Named[message.name] = message.delay;
});
