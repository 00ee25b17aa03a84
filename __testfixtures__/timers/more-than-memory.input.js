import * as store from './store.js';
import $ from './jquery.js';

const cache = new Map();
const db = openStore();
let players = {};
let news = [];
let blocked = [];
let seen = {};

setInterval(() => cache.forEach((entry) => entry.socket.close()), 60000);

setInterval(() => db.clear(), 120000);

setInterval(() => {
  news = [];
  $.get('https://example.com/news', (items) => {
    news = items;
  });
}, 180000);

setInterval(() => {
  players.main.src = '';
}, 240000);

setInterval(() => {
  blocked = [];
  chrome.storage.local.set({ blocked });
}, 300000);

setInterval(() => {
  cache.clear();
  localStorage.swept = Date.now();
}, 360000);

setInterval(() => {
  cache.clear();
  blocked.forEach(store.forget);
}, 420000);

setInterval(() => {
  seen = {};
}, 480000);

chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  seen[tabId] = true;
  cache.set(tab.url, { socket: new WebSocket('wss://example.com') });
  if (Object.keys(seen).length > 100) chrome.browserAction.setBadgeText({ text: '!' });
});
