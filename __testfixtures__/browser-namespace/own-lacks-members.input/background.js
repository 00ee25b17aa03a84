importScripts('polyfill.js');

browser.runtime.onInstalled.addListener(async () => {
  const [tab] = await browser.tabs.query({ active: true });
  browser.action.setBadgeText({ text: browser.runtime.getManifest().version, tabId: tab.id });
  browser.runtime.setUninstallURL(browser.runtime.getURL('bye.html'));
  browser.sidebarAction?.open();
  if (browser.theme) browser.theme.reset();
});
