window.manager = {
  paused: false,
  init() {
    chrome.commands.onCommand.addListener(async () => {
      await stateRestored;
      this.paused = true;
      chrome.storage.session.set({ paused: this.paused });
    });
    chrome.tabs.onCreated.addListener(async () => {
      await stateRestored;
      if (this.paused) console.log('paused');
    });
  },
};
const stateRestored = chrome.storage.session.get({ paused: window.manager.paused }).then((saved) => {
  window.manager.paused = saved.paused;
}).catch(console.error);
manager.init();
