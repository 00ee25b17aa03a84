const players = { main: new Audio() };
const db = { clear() { localStorage.clear(); } };
let news = [];
let seen = {};

const ids = [];

ids.push(setInterval(() => {
  $.get('https://example.com/news', (items) => {
    news = items;
  });
}, 60000));

ids.push(setInterval(() => db.clear(), 60000));

ids.push(setInterval(() => {
  players.main.src = '';
}, 60000));

ids.push(setInterval(() => {
  news.forEach((item) => item.close());
  news = [];
}, 60000));

// State that storage can keep.
ids.push(setInterval(() => {
  seen = {};
}, 86400000));

chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (seen[tab.url]) return;
  seen[tab.url] = true;
  chrome.browserAction.setBadgeText({ text: 'new', tabId });
});
