import { mode } from './focus.js';

export function showMode() {
  chrome.action.setBadgeText({ text: mode === 'work' ? 'on' : '' });
}
