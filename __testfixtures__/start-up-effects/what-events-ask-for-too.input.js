var FEED = 'https://feeds.example/latest.json';

function poll() {
  var xhr = new XMLHttpRequest();
  xhr.open('GET', FEED);
  xhr.send();
}

function openPanel() {
  chrome.windows.create({ url: 'panel.html', type: 'popup' });
}

function refreshIfOld(time) {
  if (Date.now() - time < 3600000) return;
  fetch(FEED);
}

function load(path, done) {
  fetch(path).then(function (response) { return response.json(); }).then(done);
}

chrome.storage.local.get(['minutes', 'time', 'seen'], function (data) {
  poll();
  refreshIfOld(data.time);
  openPanel();
  if (data.seen) openPanel();
});
load(chrome.runtime.getURL('words.json'), console.log);

chrome.alarms.onAlarm.addListener(function (alarm) {
  if (alarm.name === 'poll') poll();
  refreshIfOld(0);
});
chrome.browserAction.onClicked.addListener(function () {
  openPanel();
  load('names.json', console.log);
});
