class Session {
  constructor() {
    this.user = undefined;
    this.ready = new Promise((resolve) => {
      chrome.runtime.onMessage.addListener((message) => {
        if (message.user) resolve(message.user);
      });
    }).then((user) => {
      this.user = user;
    });
  }
}

const session = new Session();

chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setTitle({ tabId, title: session.user || '' });
});
