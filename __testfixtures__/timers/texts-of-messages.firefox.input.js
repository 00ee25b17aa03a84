browser.runtime.onMessage.addListener((message) => {
  setTimeout(() => browser.tabs.create({ url: message.url }), 5 * 60 * 1000);
});
