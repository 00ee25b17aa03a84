import { isDark, pageItemsLoaded } from './items.js';

chrome.tabs.onCreated.addListener(async () => {
  await pageItemsLoaded;
  console.log(isDark());
});
