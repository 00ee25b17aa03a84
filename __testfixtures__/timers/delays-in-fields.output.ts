enum Period { Feed = 30 * 60 * 1000 }

const cleaner = {
  PERIOD: 60 * 60 * 1000,
  start() {
    chrome.alarms.get('clean').then((alarm) => {
      if (!alarm) chrome.alarms.create('clean', { periodInMinutes: this.PERIOD / 60000 });
    });
    chrome.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === 'clean') clean();
    });
  },
};

class Poller {
  period: number;
  readonly url = 'https://news.example/';
  constructor() {
    this.period = 5 * 60 * 1000;
    this.start();
  }
  start() {
    chrome.alarms.get('fetch').then((alarm) => {
      if (!alarm) chrome.alarms.create('fetch', { periodInMinutes: this.period / 60000 });
    });
    chrome.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === 'fetch') fetch(this.url);
    });
  }
}

function clean() {
  chrome.browsingData.removeCache({});
}

function ask() {
  fetch('https://feed.example/');
}

new Poller();
cleaner.start();
chrome.alarms.get('ask').then((alarm) => {
  if (!alarm) chrome.alarms.create('ask', { periodInMinutes: Period.Feed / 60000 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'ask') ask();
});
