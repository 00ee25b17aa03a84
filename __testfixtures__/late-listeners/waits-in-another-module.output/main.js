import { Events } from './events.js';

const events = new Events();

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function init() {
  try {
    await navigator.locks.request('start', () => {});
    events.ready = true;
    startListening();
  } catch (error) {
    chrome.browserAction.setBadgeText({ text: '!' });
    throw error;
  }
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  events.onCreated(tab);
});
chrome.tabs.onRemoved.addListener(async (...args) => {
  await listening;
  Events.onRemoved(...args);
});

init();
