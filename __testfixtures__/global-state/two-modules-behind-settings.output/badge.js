import { totalSoFar } from './tally.js';

let shown = '';
export const badgeRestored = chrome.storage.session.get({ shown }).then((saved) => {
  shown = saved.shown;
}).catch(console.error);

export function refreshBadge() {
  const text = String(totalSoFar());
  if (text === shown) return;
  shown = text;
  chrome.storage.session.set({ shown });
  chrome.browserAction.setBadgeText({ text });
}
