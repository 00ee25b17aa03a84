function log(text) {
  console.log(text, arguments.length);
}

// Methods that know nothing of `this`, and what browsers get, leave a constant what it is.
const settings = { delay: 3600000, log, format: (text) => text.trim(), nested: { delay: 7200000, log } };
settings.log(settings.format(' started '));
settings.nested.log('started');
settings.hasOwnProperty('delay');
settings.warn = log;
settings.warn('later');

class Feed {
  static PERIOD = 1800000;
  static ask() {
    fetch('https://feed.example/');
  }
  title() {
    return this;
  }
}
Feed.ask();
console.log(new Feed().title());

function news() {
  fetch('https://news.example/');
}
news.PERIOD = 2700000;

function start(delay) {
  if (arguments.length > 1) console.log(arguments[1]);
  setInterval(() => fetch('https://start.example/'), delay);
}
start(5400000);

setInterval(() => fetch('https://settings.example/'), settings.delay);
setInterval(() => fetch('https://nested.example/'), settings.nested.delay);
setInterval(Feed.ask, Feed.PERIOD);
setInterval(news, news.PERIOD);
