let settings = {};

function watchHistory() {
  if (settings.history) {
    chrome.history.onVisited.addListener(remember);
  }
}

function remember(item) {
  chrome.storage.local.set({ last: item.url, by: settings.name });
}

chrome.storage.local.get({ history: true, name: 'me' }, (items) => {
  settings = items;
  watchHistory();
});

chrome.runtime.onMessage.addListener((message) => {
  console.log(message);
});
