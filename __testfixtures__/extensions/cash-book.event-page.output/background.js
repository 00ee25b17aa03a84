var settings = { limit: 30 };
var prices = { tea: 2, cake: 4, soup: 5 };
var balance = 0;
var entries = [];
var frozen = false;
var stateRestored = new Promise(function (resolve) {
  chrome.storage.session.get({ balance: balance, entries: entries, frozen: frozen }, function (saved) {
    if (saved) {
      balance = saved.balance;
      entries = saved.entries.map(function (value) { return value ?? undefined; });
      frozen = saved.frozen;
    }
    resolve();
  });
});

var settingsLoaded = new Promise(function (resolve) { chrome.storage.local.get({ limit: 25 }, resolve); }).then(function (stored) {
  settings = stored;
}).catch(console.error);

chrome.storage.onChanged.addListener(async function (changes, area) {
  await settingsLoaded;
  if (area === 'local' && changes.limit) settings.limit = changes.limit.newValue;
});

function priceOf(what) {
  return prices[what] || 1;
}

function book(what) {
  if (balance + priceOf(what) > settings.limit) return 'over the limit';
  balance += priceOf(what);
  entries.push(what);
  chrome.storage.session.set({ balance: balance, entries: entries });
  return balance;
}

function undo() {
  if (entries.length === 0) return 'nothing';
  balance -= priceOf(entries.pop());
  chrome.storage.session.set({ balance: balance, entries: entries });
  return balance;
}

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  switch (message.type) {
    case 'buy':
      settingsLoaded.then(async function () {
        await stateRestored;
        sendResponse(frozen ? 'frozen' : book(String(message.what)));
      });
      return true;
    case 'undo':
      settingsLoaded.then(async function () {
        await stateRestored;
        sendResponse(frozen ? 'frozen' : undo());
      });
      return true;
    case 'freeze':
      settingsLoaded.then(async function () {
        await stateRestored;
        frozen = message.on === true;
        chrome.storage.session.set({ frozen: frozen });
        sendResponse(frozen);
      });
      return true;
    case 'all':
      settingsLoaded.then(async function () {
        await stateRestored;
        sendResponse({ balance: balance, entries: entries });
      });
      return true;
    case 'limit':
      chrome.storage.local.set({ limit: message.limit }, function () {
        sendResponse('stored');
      });
      return true;
  }
});

chrome.tabs.onUpdated.addListener(async function (tabId, change, tab) {
  if (change.status !== 'complete' || tab.url.indexOf('http') !== 0) return;
  await settingsLoaded;
  await stateRestored;
  var result = book(tab.url);
  chrome.browserAction.setBadgeText({ text: String(typeof result === 'number' ? result : '!') });
});

chrome.browserAction.onClicked.addListener(async function () {
  await settingsLoaded;
  await stateRestored;
  chrome.browserAction.setBadgeText({ text: String(undo()) });
});
