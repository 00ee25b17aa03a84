let lastAsked = 0;
let lastShown = 0;
let lastSeen = 0;
let lastMoved;

chrome.tabs.onUpdated.addListener(() => {
  if (Date.now() - lastAsked > 60000) {
    lastAsked = Date.now();
    chrome.action.setTitle({ title: 'asked' });
  }
});

chrome.tabs.onActivated.addListener(() => {
  if (lastShown > 0 && Date.now() - lastShown > 500) chrome.action.setTitle({ title: 'shown again' });
  lastShown = Date.now();
});

chrome.tabs.onCreated.addListener((tab) => {
  if (Date.now() - lastSeen > 500) chrome.action.setTitle({ title: 'seen' });
  lastSeen = tab.index;
});

chrome.tabs.onMoved.addListener(() => {
  if (Date.now() - lastMoved < 500) return;
  if (lastMoved === undefined) chrome.action.setTitle({ title: 'first' });
  lastMoved = Date.now();
});
