class Pings {
  constructor() {
    this.count = 0;
    chrome.alarms.onAlarm.addListener(async () => {
      await stateRestored;
      this.ping();
    });
    chrome.action.onClicked.addListener(async () => {
      await stateRestored;
      console.log(this.count);
    });
  }

  ping() {
    this.count++;
    chrome.storage.session.set({ count: this.count });
  }
}

const pings = new Pings();
const stateRestored = chrome.storage.session.get({ count: pings.count }).then((saved) => {
  pings.count = saved.count;
}).catch(console.error);
