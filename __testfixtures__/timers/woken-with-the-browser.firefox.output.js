async function watchPrices() {
  browser.alarms.get('checkPrices').then((alarm) => {
    if (!alarm) browser.alarms.create('checkPrices', { periodInMinutes: 15 });
  });
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === 'checkPrices') checkPrices();
  });
  // Firefox forgets alarms at exit: this starts the background with the browser.
  browser.runtime.onStartup.addListener(() => {});
}

function watchNews() {
  // Every hour.
  browser.alarms.get('checkNews').then((alarm) => {
    if (!alarm) browser.alarms.create('checkNews', { periodInMinutes: 60 });
  });
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === 'checkNews') checkNews();
  });
}

function checkPrices() {
  fetch('https://shop.example/price').then((answer) => browser.action.setTitle({ title: String(answer.status) }));
}

function checkNews() {
  fetch('https://news.example/').then((answer) => browser.action.setBadgeText({ text: String(answer.status) }));
}

watchPrices();
watchNews();
