browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'tabs') browser.tabs.query({}, (tabs) => sendResponse(tabs.length));
});
