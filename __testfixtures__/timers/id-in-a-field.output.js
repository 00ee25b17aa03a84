class Poller {
  start() {
    chrome.alarms.get('poll').then((alarm) => {
      if (!alarm) chrome.alarms.create('poll', { periodInMinutes: 1 });
    });
    chrome.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === 'poll') this.poll();
    });
  }

  poll() {
    chrome.action.setBadgeText({ text: 'x' });
  }
}
new Poller().start();
