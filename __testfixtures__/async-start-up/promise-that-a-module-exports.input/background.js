import { showBadge } from './badge.js';
import { ready, settings } from './settings.js';

browser.tabs.onUpdated.addListener((id, change, tab) => {
  if (change.url && settings.sites.includes(change.url)) showBadge(id);
});

browser.runtime.onMessage.addListener(async (message) => {
  await ready;
  return settings[message.name];
});
