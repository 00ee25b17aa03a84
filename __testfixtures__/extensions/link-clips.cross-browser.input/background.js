var clips = [];

function clip(info, tab) {
  clips.push(info.pageUrl);
  chrome.browserAction.setBadgeText({ text: '' + clips.length });
}

function drop() {
  clips = [];
  chrome.browserAction.setBadgeText({ text: '' });
}

chrome.storage.local.get({ word: 'Clip' }, function (stored) {
  chrome.contextMenus.create({
    id: 'clip',
    title: 'Clip the page',
    contexts: ['page'],
    onclick: clip
  });
  chrome.contextMenus.create({
    id: 'drop',
    title: 'Drop all',
    contexts: ['page'],
    onclick: drop
  });
  chrome.browserAction.setTitle({ title: stored.word });
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  sendResponse(clips);
});
