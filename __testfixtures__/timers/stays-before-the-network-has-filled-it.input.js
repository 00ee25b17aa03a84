let sites = [];
let feeds = [];
let rules = [];
let seen = 0;

fetch('https://example.com/lists.json').then((response) => response.json()).then((found) => {
  sites = found.sites;
  feeds = found.feeds;
  rules = found.rules;
});

setInterval(() => chrome.storage.local.set({ sites }), 60000);

setInterval(sendFeeds, 5 * 60000);

function sendFeeds() {
  Promise.resolve(feeds).then(send);
}

function send(list) {
  fetch('https://example.com/feeds', { method: 'POST', body: list.join() });
}

setInterval(() => {
  keep(rules.length);
}, 2 * 60000);

function keep(count) {
  localStorage.count = count;
}
