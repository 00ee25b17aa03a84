class Poller {
  constructor(url) {
    this.url = url;
  }

  start() {
    chrome.alarms.get('poll').then((alarm) => {
      if (!alarm) chrome.alarms.create('poll', { periodInMinutes: 5 });
    });
    chrome.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === 'poll') this.poll();
    });
  }

  poll() {
    fetch(this.url);
  }
}

const cleaner = {
  begin() {
    const startClean = () => chrome.alarms.create('clean', { periodInMinutes: 10 });
    chrome.runtime.onInstalled.addListener(startClean);
    chrome.runtime.onStartup.addListener(startClean);
    chrome.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === 'clean') clean();
    });
  },
  end() {
    chrome.alarms.clear('clean');
  },
};

function clean() {
  chrome.browsingData.removeCache({});
}

new Poller('https://news.example/').start();
cleaner.begin();
chrome.action.onClicked.addListener(() => cleaner.end());
