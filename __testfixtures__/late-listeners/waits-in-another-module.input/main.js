import { Events } from './events.js';

const events = new Events();

async function init() {
  try {
    await navigator.locks.request('start', () => {});
    events.ready = true;
    chrome.tabs.onCreated.addListener(events.onCreated.bind(events));
    chrome.tabs.onRemoved.addListener(Events.onRemoved);
  } catch (error) {
    chrome.browserAction.setBadgeText({ text: '!' });
    throw error;
  }
}

init();
