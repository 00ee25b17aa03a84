import { totalSoFar } from './tally.js';

let shown = '';

export function refreshBadge() {
  const text = String(totalSoFar());
  if (text === shown) return;
  shown = text;
  chrome.browserAction.setBadgeText({ text });
}
