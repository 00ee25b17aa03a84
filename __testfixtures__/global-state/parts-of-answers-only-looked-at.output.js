let song = '';
let previous = null;
let rows = [];
let names = [];
const urls = {};
const matches = {};
const stateRestored = chrome.storage.session.get({ song: { value: song }, previous, rows: { value: rows }, names: { value: names }, urls, matches }).then((saved) => {
  song = saved.song.value;
  previous = saved.previous;
  rows = saved.rows.value;
  names = saved.names.value;
  Object.assign(urls, saved.urls);
  Object.assign(matches, saved.matches);
}).catch(console.error);

function play(text) {
  var now = JSON.parse(text).song;
  if (now !== song) {
    song = now;
    chrome.storage.session.set({ song: { value: song } });
    chrome.action.setTitle({ title: `${song}` });
  }
}

function go(message) {
  var item = message.go;
  if (!item) return;
  previous = item.windowId || previous;
  chrome.storage.session.set({ previous });
  if (item.windowId) chrome.action.setBadgeText({ text: `${item.windowId}` });
}

function collect(text) {
  const result = JSON.parse(text);
  rows = result.rows;
  names = result.names;
  chrome.storage.session.set({ rows: { value: rows }, names: { value: names } });
  chrome.action.setTitle({ title: `${result.title}` });
}

function upload(text, done) {
  done(null, JSON.parse(text));
}

function uploaded(error, snippet) {
  chrome.tabs.query({ active: true }, function ([tab]) {
    if (snippet && tab) {
      urls[tab.id] = snippet.url;
      chrome.storage.session.set({ urls });
    }
  });
}

function handle(data) {
  for (var i = 0; i < data.length; i++) {
    var now = data[i];
    matches[now.id] = now;
  }
  chrome.storage.session.set({ matches });
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    play(JSON.stringify(message));
    go(message);
    collect(JSON.stringify({ rows: [message], names: message.names, title: 'rows' }));
    upload(JSON.stringify(message), uploaded);
    handle(JSON.parse(JSON.stringify([{ id: 1, message }, { id: 2, message }])));
    sendResponse([previous, rows.length]);
  });
  return true;
});

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  console.log(song, previous, rows, names, urls[tabId], matches[tabId]);
});
