let song = '';
let previous = null;
let rows = [];
let names = [];
const urls = {};
const matches = {};

function play(text) {
  var now = JSON.parse(text).song;
  if (now !== song) {
    song = now;
    chrome.action.setTitle({ title: `${song}` });
  }
}

function go(message) {
  var item = message.go;
  if (!item) return;
  previous = item.windowId || previous;
  if (item.windowId) chrome.action.setBadgeText({ text: `${item.windowId}` });
}

function collect(text) {
  const result = JSON.parse(text);
  rows = result.rows;
  names = result.names;
  chrome.action.setTitle({ title: `${result.title}` });
}

function upload(text, done) {
  done(null, JSON.parse(text));
}

function uploaded(error, snippet) {
  chrome.tabs.query({ active: true }, function ([tab]) {
    if (snippet && tab) urls[tab.id] = snippet.url;
  });
}

function handle(data) {
  for (var i = 0; i < data.length; i++) {
    var now = data[i];
    matches[now.id] = now;
  }
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  play(JSON.stringify(message));
  go(message);
  collect(JSON.stringify({ rows: [message], names: message.names, title: 'rows' }));
  upload(JSON.stringify(message), uploaded);
  handle(JSON.parse(JSON.stringify([{ id: 1, message }, { id: 2, message }])));
  sendResponse([previous, rows.length]);
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  console.log(song, previous, rows, names, urls[tabId], matches[tabId]);
});
