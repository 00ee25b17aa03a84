import * as store from './store.js';
import $ from './jquery.js';

const cache = new Map();
const db = openStore();
let players = {};
let news = [];
let blocked = [];
let seen = {};

chrome.alarms.get('timer').then((alarm) => {
  if (!alarm) chrome.alarms.create('timer', { periodInMinutes: 1 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'timer') cache.forEach((entry) => entry.socket.close());
  if (alarm.name === 'db-clear') db.clear();
  if (alarm.name === 'timer2') {
    news = [];
    $.get('https://example.com/news', (items) => {
      news = items;
    });
  }
  if (alarm.name === 'timer3') {
    players.main.src = '';
  }
  if (alarm.name === 'timer4') {
    blocked = [];
    chrome.storage.local.set({ blocked });
  }
  if (alarm.name === 'timer5') {
    cache.clear();
    localStorage.swept = Date.now();
  }
  if (alarm.name === 'timer6') {
    cache.clear();
    blocked.forEach(store.forget);
  }
  if (alarm.name === 'timer7') {
    seen = {};
  }
});

chrome.alarms.get('db-clear').then((alarm) => {
  if (!alarm) chrome.alarms.create('db-clear', { periodInMinutes: 2 });
});

chrome.alarms.get('timer2').then((alarm) => {
  if (!alarm) chrome.alarms.create('timer2', { periodInMinutes: 3 });
});

chrome.alarms.get('timer3').then((alarm) => {
  if (!alarm) chrome.alarms.create('timer3', { periodInMinutes: 4 });
});

chrome.alarms.get('timer4').then((alarm) => {
  if (!alarm) chrome.alarms.create('timer4', { periodInMinutes: 5 });
});

chrome.alarms.get('timer5').then((alarm) => {
  if (!alarm) chrome.alarms.create('timer5', { periodInMinutes: 6 });
});

chrome.alarms.get('timer6').then((alarm) => {
  if (!alarm) chrome.alarms.create('timer6', { periodInMinutes: 7 });
});

chrome.alarms.get('timer7').then((alarm) => {
  if (!alarm) chrome.alarms.create('timer7', { periodInMinutes: 8 });
});

chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  seen[tabId] = true;
  cache.set(tab.url, { socket: new WebSocket('wss://example.com') });
  if (Object.keys(seen).length > 100) chrome.browserAction.setBadgeText({ text: '!' });
});
