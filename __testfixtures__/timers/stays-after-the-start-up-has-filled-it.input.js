let currency = 'USD';
let last;

// Listeners can wait for this.
chrome.storage.local.get({ currency }, (stored) => {
  currency = stored.currency;
  setInterval(showCurrency, 60000);
});

function showCurrency() {
  chrome.action.setTitle({ title: currency });
}

// What it fills itself, it fills at any time.
fetchPrice().then(() => {
  setInterval(fetchPrice, 5 * 60000);
});

function fetchPrice() {
  return fetch('https://example.com/price').then((response) => response.text()).then((price) => {
    if (price !== last) chrome.action.setBadgeText({ text: price });
    last = price;
  });
}
