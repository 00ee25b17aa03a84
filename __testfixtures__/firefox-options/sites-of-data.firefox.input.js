chrome.runtime.onMessage.addListener(({ site }) => {
  chrome.browsingData.remove({ origins: [site] }, { appcache: true, cache: true, fileSystems: true, webSQL: true });
  chrome.identity.launchWebAuthFlow({ url: 'https://example.com/login', interactive: false, abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: 5000 }, console.log);
  chrome.windows.create({ setSelfAsOpener: true, url: 'page.html' });
});
