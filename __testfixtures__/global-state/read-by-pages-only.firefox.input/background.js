var log = [];
var playing = {};
var current;
var app = { seen: 0, last: null };
window.address = '';
var queue = [];
var last = '';

// No loss: nobody reads these afterwards, pages do not see them, or each start makes them anew.
var written = 0;
let hidden = 0;
var version = browser.runtime.getManifest().version;
var config = { size: 1 };
var size;
size = config.size * 2;
var same = 0;
var left = '';

var bookmarks = [];
async function load() {
  bookmarks = await browser.bookmarks.getTree();
}
load();
browser.bookmarks.onMoved.addListener(load);

browser.webNavigation.onCompleted.addListener(({ url }) => {
  log.push(url);
  address = url;
  written++;
  hidden++;
  add(url);
});

function add(url) {
  queue.push(url);
}

browser.runtime.onMessage.addListener((message, sender) => {
  playing[sender.tab.id] = message.isPlaying;
});

browser.tabs.onActivated.addListener(async ({ tabId }) => {
  current = await browser.tabs.get(tabId);
  browser.action.setTitle({ title: current.title });
});

browser.tabs.onUpdated.addListener((id, { url }) => {
  app.last = url;
  app.seen++;
  setTimeout(() => {
    last = url;
  }, 100);
});

browser.runtime.onSuspend.addListener(() => {
  left = 'bye';
});
