chrome.runtime.onMessage.addListener((message) => {
  if (message === 'tabs') return chrome.tabs.query({}).then((tabs) => tabs.length);
});
