import { showBadge } from './badge.js';
import { settings } from './settings.js';

browser.tabs.onUpdated.addListener((id, change, tab) => {
  if (change.url && settings.sites.includes(change.url)) showBadge(id);
});

browser.tabs.onActivated.addListener(({ tabId }) => {
  showBadge(tabId);
});
