// What the menu does at once, and the button in a while.
var later = (function () {
  'use strict';
  var MINUTES = 60 * 1000;

  function close(tabId, reason) {
    chrome.storage.local.set({ closed: reason });
    chrome.tabs.remove(tabId);
  }

  function mark(tabId) {
    chrome.browserAction.setBadgeText({ tabId: tabId, text: '!' });
  }

  function build() {
    chrome.contextMenus.create({
      title: 'Mark',
      contexts: ['page'],
      onclick: (info, tab) => {
        mark(tab.id);
      }
    });
    chrome.contextMenus.create({ type: 'separator' });
    chrome.contextMenus.create({ title: 'Note the page', contexts: ['page', 'link'], onclick: note });
  }

  function note(info) {
    chrome.storage.local.set({ noted: info.pageUrl });
  }

  build();

  chrome.browserAction.onClicked.addListener(function (tab) {
    setTimeout(close, 5 * MINUTES, tab.id, 'five');
  });

  return { close: close };
})();
