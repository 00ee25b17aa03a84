let enabled = true;

browser.browserAction.onClicked.addListener(() => {
  enabled = !enabled;
  browser.browserAction.setBadgeText({ text: enabled ? '' : 'off' });
});
