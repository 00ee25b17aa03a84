browser.runtime.onMessage.addListener((message) => {
  if (message === 'tabs') return browser.tabs.query({}).then((tabs) => tabs.length);
});
