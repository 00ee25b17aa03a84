class Poller {
  start() {
    this.timer = setInterval(() => this.poll(), 60000);
  }

  poll() {
    chrome.action.setBadgeText({ text: 'x' });
  }
}
new Poller().start();
