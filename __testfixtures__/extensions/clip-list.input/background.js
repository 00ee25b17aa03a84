'use strict';

// What can be clipped, in the order of the menu.
const KINDS = ['page', 'link', 'image'];

const parent = chrome.contextMenus.create({ title: 'Clip', contexts: ['all'] });
for (const kind of KINDS) {
  chrome.contextMenus.create({ title: `This ${kind}`, parentId: parent, contexts: [kind], onclick: clip });
}
chrome.contextMenus.create({ type: 'separator', parentId: parent, contexts: ['all'] });
chrome.contextMenus.create({
  title: 'Forget all clips',
  parentId: parent,
  contexts: ['all'],
  onclick: () => {
    // The badge follows.
    chrome.storage.local.set({ clips: [] }, showCount);
  },
});

function clip(info) {
  chrome.storage.local.get({ clips: [] }, ({ clips }) => {
    chrome.storage.local.set({ clips: [...clips, info.srcUrl || info.linkUrl || info.pageUrl] }, showCount);
  });
}

function showCount() {
  chrome.storage.local.get({ clips: [] }, ({ clips }) => {
    chrome.browserAction.setBadgeText({ text: clips.length === 0 ? '' : String(clips.length) });
  });
}

// Once an hour the oldest clip goes.
chrome.alarms.create('forget-oldest', { periodInMinutes: 60 });

chrome.alarms.onAlarm.addListener(() => {
  chrome.storage.local.get({ clips: [] }, ({ clips }) => {
    chrome.storage.local.set({ clips: clips.slice(1) }, showCount);
  });
});
