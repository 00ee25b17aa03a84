import { settings } from './settings.js';

export function showBadge(tabId) {
  browser.browserAction.setBadgeText({ tabId, text: settings.badge });
}
