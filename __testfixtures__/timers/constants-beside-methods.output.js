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
  chrome.alarms.get('fetch').then((alarm) => {
    if (!alarm) chrome.alarms.create('fetch', { periodInMinutes: delay / 60000 });
  });
  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === 'fetch') fetch('https://start.example/');
  });
}
start(5400000);

chrome.alarms.get('fetch2').then((alarm) => {
  if (!alarm) chrome.alarms.create('fetch2', { periodInMinutes: settings.delay / 60000 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'fetch2') fetch('https://settings.example/');
  if (alarm.name === 'fetch3') fetch('https://nested.example/');
  if (alarm.name === 'ask') Feed.ask();
  if (alarm.name === 'news') news();
});
chrome.alarms.get('fetch3').then((alarm) => {
  if (!alarm) chrome.alarms.create('fetch3', { periodInMinutes: settings.nested.delay / 60000 });
});
chrome.alarms.get('ask').then((alarm) => {
  if (!alarm) chrome.alarms.create('ask', { periodInMinutes: Feed.PERIOD / 60000 });
});
chrome.alarms.get('news').then((alarm) => {
  if (!alarm) chrome.alarms.create('news', { periodInMinutes: news.PERIOD / 60000 });
});
