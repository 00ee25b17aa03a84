function spread(delay) {
  return delay * (0.9 + 0.2 * Math.random());
}

async function later(delay) {
  return delay;
}

chrome.browserAction.onClicked.addListener((tab) => {
  for (let i = 1; i <= 10; i++) setTimeout(() => chrome.tabs.reload(tab.id), 5000 * i);
  for (let i = 1; i < 10; i++) {
    setTimeout(() => chrome.tabs.reload(tab.id), 10 * i);
    if (tab.active) i += 2;
  }
  setTimeout(() => chrome.tabs.reload(tab.id), spread(60000));
  setTimeout(() => chrome.tabs.reload(tab.id), later(10));
});
