browser.runtime.onMessage.addListener((message) => {
  DELAYS.open = message.delay;
  CLOSE = message.delay;
  window.MOVE = message.delay;
  Attach.delay = message.delay;
});
