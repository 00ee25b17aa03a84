import { mode } from './focus.js';

export function showMode() {
  chrome.browserAction.setBadgeText({ text: mode === 'work' ? 'on' : '' });
}
