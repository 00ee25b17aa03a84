let paused = false;
var log = 0;

browser.runtime.onMessage.addListener((message) => {
  paused = message.paused === true;
});

browser.tabs.onCreated.addListener((tab) => {
  log++;
  if (paused) browser.tabs.remove(tab.id);
  browser.browserAction.setTitle({ title: String(log) });
});
