import browser from 'webextension-polyfill';

browser.runtime.onMessage.addListener(async (message) => {
  if (message === 'count') return (await browser.storage.local.get('count')).count;
});
