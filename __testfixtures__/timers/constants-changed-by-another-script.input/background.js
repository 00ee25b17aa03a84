browser.runtime.onMessage.addListener((message) => {
  DELAYS.open = message.delay;
});
