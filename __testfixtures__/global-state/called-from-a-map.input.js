class Backend {
  constructor() {
    this.level = 0;
    this.commands = new Map([['raise', { isAsync: false, handler: this.onRaise.bind(this) }]]);
  }

  onRaise({ by }) {
    this.level += by;
  }

  listen() {
    chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
      const entry = this.commands.get(message.type);
      if (entry) invoke(entry, message, sendResponse);
    });
    chrome.browserAction.onClicked.addListener(() => console.log(this.level));
  }
}

function invoke({ handler, isAsync }, message, sendResponse) {
  const result = handler(message);
  if (!isAsync) sendResponse(result);
}

const backend = new Backend();
backend.listen();
