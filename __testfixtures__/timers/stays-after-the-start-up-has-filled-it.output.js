let currency = 'USD';
let last;

// Listeners can wait for this.
chrome.storage.local.get({ currency }, (stored) => {
  currency = stored.currency;
  chrome.alarms.get('showCurrency').then((alarm) => {
    if (!alarm) chrome.alarms.create('showCurrency', { periodInMinutes: 1 });
  });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'showCurrency') showCurrency();
  if (alarm.name === 'fetchPrice') fetchPrice();
});

function showCurrency() {
  chrome.action.setTitle({ title: currency });
}

// What it fills itself, it fills at any time.
fetchPrice().then(() => {
  chrome.alarms.get('fetchPrice').then((alarm) => {
    if (!alarm) chrome.alarms.create('fetchPrice', { periodInMinutes: 5 });
  });
});

function fetchPrice() {
  return fetch('https://example.com/price').then((response) => response.text()).then((price) => {
    if (price !== last) chrome.action.setBadgeText({ text: price });
    last = price;
  });
}
