chrome.runtime.onMessage.addListener(({ site }) => {
  chrome.browsingData.remove({ origins: [site] }, { cache: true });
  chrome.identity.launchWebAuthFlow({ url: 'https://example.com/login', interactive: false }, console.log);
  chrome.windows.create({ url: 'page.html' });
});
