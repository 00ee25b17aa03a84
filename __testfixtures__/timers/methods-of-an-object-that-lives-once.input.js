const closer = {
  text: 'closed',
  init() {
    chrome.tabs.onCreated.addListener((tab) => this.closeLater(tab.id));
    chrome.commands.onCommand.addListener(() => {
      setTimeout(this.report.bind(this), 60000);
    });
  },
  closeLater(tabId) {
    setTimeout(() => {
      this.close(tabId);
    }, 120000);
  },
  close(tabId) {
    chrome.tabs.remove(tabId);
  },
  report() {
    chrome.action.setBadgeText({ text: this.text });
  },
};

closer.init();
setInterval(closer.report.bind(closer), 10 * 60000);
