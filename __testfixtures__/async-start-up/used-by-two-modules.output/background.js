import { showBadge } from './badge.js';
import { settings, settingsLoaded } from './settings.js';

browser.tabs.onUpdated.addListener(async (id, change, tab) => {
  await settingsLoaded;
  if (change.url && settings.sites.includes(change.url)) showBadge(id);
});

browser.tabs.onActivated.addListener(async ({ tabId }) => {
  await settingsLoaded;
  showBadge(tabId);
});
