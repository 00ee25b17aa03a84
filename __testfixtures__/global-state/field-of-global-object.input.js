window.manager = {
  paused: false,
  init() {
    chrome.commands.onCommand.addListener(() => {
      this.paused = true;
    });
    chrome.tabs.onCreated.addListener(() => {
      if (this.paused) console.log('paused');
    });
  },
};
manager.init();
