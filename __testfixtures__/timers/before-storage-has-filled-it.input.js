let settings = {};
let feeds = [];

chrome.storage.local.get(null, (stored) => {
  settings = stored;
});

chrome.storage.sync.get({ feeds: [] }, (stored) => {
  feeds = stored.feeds;
  setInterval(() => show(feeds), 30 * 60000);
});

setInterval(() => refresh(settings), 5 * 60e3);

function refresh({ url }) {
  fetch(url);
}

function show(list) {
  chrome.action.setBadgeText({ text: String(list.length) });
}
