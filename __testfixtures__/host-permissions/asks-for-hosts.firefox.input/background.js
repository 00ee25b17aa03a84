const origins = ['https://example.com/*'];

browser.browserAction.onClicked.addListener(async () => {
  if (await browser.permissions.request({ origins })) fetch('https://example.com/api');
});
