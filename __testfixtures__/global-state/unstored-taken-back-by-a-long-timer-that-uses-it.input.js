let queue = [];
let paused = false;
let opened = {};
let recent = null;

// What is left in it is sent the next time.
chrome.runtime.onMessage.addListener(({ item }) => {
  queue.push(String(item));
  setTimeout(() => {
    fetch('https://example.com/log', { method: 'POST', body: queue.join('\n') });
    queue = [];
  }, 60000);
});

// Its user takes it back, too.
chrome.action.onClicked.addListener(() => {
  paused = !paused;
  if (paused) setTimeout(() => { paused = false; }, 10 * 60000);
});

// So do other events.
chrome.tabs.onCreated.addListener(({ id }) => {
  opened[id] = true;
  setTimeout(() => { delete opened[id]; }, 60000);
});

chrome.tabs.onRemoved.addListener((id) => {
  delete opened[id];
});

// No unload comes before a short one.
chrome.tabs.onActivated.addListener(({ tabId }) => {
  if (paused || opened[tabId] || recent === tabId) return;
  recent = tabId;
  setTimeout(() => { recent = tabId > 1 ? null : undefined; }, 2000);
});
