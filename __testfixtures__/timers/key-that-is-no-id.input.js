const timers = {};

chrome.runtime.onMessage.addListener((message) => {
  clearTimeout(timers[message.site]);
  timers[message.site] = setTimeout(() => chrome.tabs.create({ url: message.site }), 60000);
});
