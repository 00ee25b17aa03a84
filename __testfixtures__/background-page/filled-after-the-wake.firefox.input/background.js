var started = Date.now();
var settings = { color: 'red' };

browser.storage.local.get().then((stored) => {
  Object.assign(settings, stored);
});

browser.runtime.onMessage.addListener((message) => {
  if (message.color) browser.storage.local.set({ color: message.color });
});
