enum Period { Feed = 30 * 60 * 1000 }

const cleaner = {
  PERIOD: 60 * 60 * 1000,
  start() {
    setInterval(() => clean(), this.PERIOD);
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
    setInterval(() => fetch(this.url), this.period);
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
setInterval(ask, Period.Feed);
