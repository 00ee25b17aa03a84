import { api } from './api.js';
import { notesOf } from './notes.js';

const shown = new Map();

/** Shows the number of a page's notes on the button, a little later: pages load in bursts. */
let timer;
export function refresh(tabId, url) {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const count = (await notesOf(url)).length;
    shown.set(tabId, count);
    api.browserAction.setBadgeText({ tabId, text: count ? `${count}` : '' });
  }, 100);
}

api.tabs.onRemoved.addListener((tabId) => shown.delete(tabId));
