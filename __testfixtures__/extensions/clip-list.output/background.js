'use strict';

// What can be clipped, in the order of the menu.
const KINDS = ['page', 'link', 'image'];

const parent = 'parent';
chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: parent, title: 'Clip', contexts: ['all'] });
  for (const kind of KINDS) {
    chrome.contextMenus.create({ id: kind, title: `This ${kind}`, parentId: parent, contexts: [kind] });
  }
  chrome.contextMenus.create({ id: 'separator-1', type: 'separator', parentId: parent, contexts: ['all'] });
  chrome.contextMenus.create({
    id: 'forget-all-clips',
    title: 'Forget all clips',
    parentId: parent,
    contexts: ['all'],
  });
});

const menuHandlers = {
  page: clip,
  link: clip,
  image: clip,
  'forget-all-clips': () => {
    // The badge follows.
    chrome.storage.local.set({ clips: [] }, showCount);
  },
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});

function clip(info) {
  chrome.storage.local.get({ clips: [] }, ({ clips }) => {
    chrome.storage.local.set({ clips: [...clips, info.srcUrl || info.linkUrl || info.pageUrl] }, showCount);
  });
}

function showCount() {
  chrome.storage.local.get({ clips: [] }, ({ clips }) => {
    chrome.action.setBadgeText({ text: clips.length === 0 ? '' : String(clips.length) });
  });
}

// Once an hour the oldest clip goes.
chrome.alarms.get('forget-oldest').then((alarm) => {
  if (!alarm) chrome.alarms.create('forget-oldest', { periodInMinutes: 60 });
});

chrome.alarms.onAlarm.addListener(() => {
  chrome.storage.local.get({ clips: [] }, ({ clips }) => {
    chrome.storage.local.set({ clips: clips.slice(1) }, showCount);
  });
});
