let timer;
browser.tabs.onUpdated.addListener((tabId) => {
  clearTimeout(timer);
  timer = setTimeout(() => browser.tabs.discard(tabId), 29000);
});
