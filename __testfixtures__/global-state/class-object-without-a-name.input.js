class Pings {
  constructor() {
    this.count = 0;
    chrome.alarms.onAlarm.addListener(() => this.ping());
    chrome.action.onClicked.addListener(() => console.log(this.count));
  }

  ping() {
    this.count++;
  }
}

new Pings();
