var settings = { limit: 30 };
var prices = { tea: 2, cake: 4, soup: 5 };
var balance = 0;
var entries = [];
var frozen = false;

chrome.storage.local.get({ limit: 25 }, function (stored) {
  settings = stored;
});

chrome.storage.onChanged.addListener(function (changes, area) {
  if (area === 'local' && changes.limit) settings.limit = changes.limit.newValue;
});

function priceOf(what) {
  return prices[what] || 1;
}

function book(what) {
  if (balance + priceOf(what) > settings.limit) return 'over the limit';
  balance += priceOf(what);
  entries.push(what);
  return balance;
}

function undo() {
  if (entries.length === 0) return 'nothing';
  balance -= priceOf(entries.pop());
  return balance;
}

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  switch (message.type) {
    case 'buy':
      sendResponse(frozen ? 'frozen' : book(String(message.what)));
      break;
    case 'undo':
      sendResponse(frozen ? 'frozen' : undo());
      break;
    case 'freeze':
      frozen = message.on === true;
      sendResponse(frozen);
      break;
    case 'all':
      sendResponse({ balance: balance, entries: entries });
      break;
    case 'limit':
      chrome.storage.local.set({ limit: message.limit }, function () {
        sendResponse('stored');
      });
      return true;
  }
});

chrome.tabs.onUpdated.addListener(function (tabId, change, tab) {
  if (change.status !== 'complete' || tab.url.indexOf('http') !== 0) return;
  var result = book(tab.url);
  chrome.browserAction.setBadgeText({ text: String(typeof result === 'number' ? result : '!') });
});

chrome.browserAction.onClicked.addListener(function () {
  chrome.browserAction.setBadgeText({ text: String(undo()) });
});
