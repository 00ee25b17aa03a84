// What the menu does at once, and the button in a while.
var later = (function () {
  'use strict';
  var MINUTES = 60 * 1000;

  function close(tabId, reason) {
    chrome.storage.local.set({ closed: reason });
    chrome.tabs.remove(tabId);
  }

  function mark(tabId) {
    chrome.action.setBadgeText({ tabId: tabId, text: '!' });
  }

  function build() {
    chrome.contextMenus.create({
      id: 'mark',
      title: 'Mark',
      contexts: ['page']
    });
    chrome.contextMenus.create({ id: 'separator-1', type: 'separator' });
    chrome.contextMenus.create({ id: 'note-the-page', title: 'Note the page', contexts: ['page', 'link'] });
  }

  const menuHandlers = {
    mark: (info, tab) => {
      mark(tab.id);
    },
    'note-the-page': note
  };

  chrome.contextMenus.onClicked.addListener((info, tab) => {
    const handler = menuHandlers[info.menuItemId];
    if (handler) handler(info, tab);
  });

  function note(info) {
    chrome.storage.local.set({ noted: info.pageUrl });
  }

  chrome.runtime.onInstalled.addListener(build);

  chrome.action.onClicked.addListener(function (tab) {
    chrome.alarms.create(`close-${tab.id}-${crypto.randomUUID()}`, { delayInMinutes: (5 * MINUTES) / 60000 });
  });

  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name.startsWith('close-')) {
      const tabId = parseInt(alarm.name.slice('close-'.length), 10);
      close(tabId, 'five');
    }
  });

  return { close: close };
})();
