class Pings {
  constructor() {
    this.count = 0;
    this.show();
    chrome.alarms.onAlarm.addListener(() => {
      this.count++;
      this.show();
    });
  }
  show() {
    chrome.action.setBadgeText({ text: String(this.count) });
  }
}
const pings = new Pings();
