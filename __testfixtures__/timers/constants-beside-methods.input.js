function log(text) {
  console.log(text, arguments.length);
}

const isEnabled = (function () {
  const answers = {};
  return (name) => (answers[name] ??= name.length > 3);
})();

function later(callback) {
  return function () {
    return callback.call(this);
  };
}

// Methods that know nothing of `this`, and what browsers get, leave a constant what it is.
const settings = { delay: 3600000, log, isEnabled, later, format: (text) => text.trim(), nested: { delay: 7200000, log } };
settings.log(settings.format(' started '));
settings.nested.log('started');
settings.hasOwnProperty('delay');
settings.warn = log;
settings.warn('later');
settings.isEnabled('later');
settings.later(log)();
for (const type of ['Date', 'Map']) settings['is' + type] = (value) => Object.prototype.toString.call(value) === '[object ' + type + ']';
settings.isMap(new Map());

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
