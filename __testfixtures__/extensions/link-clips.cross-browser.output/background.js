var clips = [];
var stateRestored = chrome.storage.session.get({ clips: clips }).then(function (saved) {
  clips = saved.clips.map(function (value) { return value ?? undefined; });
}).catch(console.error);

function clip(info, tab) {
  clips.push(info.pageUrl);
  chrome.storage.session.set({ clips: clips });
  chrome.action.setBadgeText({ text: '' + clips.length });
}

function drop() {
  clips = [];
  chrome.storage.session.set({ clips: clips });
  chrome.action.setBadgeText({ text: '' });
}

chrome.storage.local.get({ word: 'Clip' }, function (stored) {
  chrome.contextMenus.create({
    id: 'clip',
    title: 'Clip the page',
    contexts: ['page']
  }, function () {
    void chrome.runtime.lastError;
  });
  chrome.contextMenus.create({
    id: 'drop',
    title: 'Drop all',
    contexts: ['page']
  }, function () {
    void chrome.runtime.lastError;
  });
  chrome.action.setTitle({ title: stored.word });
});

var menuHandlers = {
  clip: clip,
  drop: drop
};

chrome.contextMenus.onClicked.addListener(async function (info, tab) {
  var handler = menuHandlers[info.menuItemId];
  await stateRestored;
  if (handler) handler(info, tab);
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  stateRestored.then(function () {
    sendResponse(clips);
  });
  return true;
});

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(function () {});
