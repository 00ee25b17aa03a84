'use strict';

var HIDE = 'img { display: none }';

chrome.runtime.onInstalled.addListener(function () {
  chrome.contextMenus.create({ id: 'hide', title: 'Hide images', contexts: ['page'] });
  chrome.alarms.create('late', { delayInMinutes: 600 });
});

// Counts paragraphs, in the color that the settings name.
chrome.action.onClicked.addListener(function (tab) {
  chrome.storage.local.get({ color: 'rgb(9, 9, 9)' }, function (items) {
    chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: function (value) {
        globalThis.settings = value;
      },
      args: [{ color: items.color }]
    }, function () {
      chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['count.js'] }, function (results) {
        if (chrome.runtime.lastError) return;
        chrome.storage.local.set({ paragraphs: results[0].result.paragraphs });
      });
    });
  });
});

chrome.contextMenus.onClicked.addListener(function (info, tab) {
  chrome.scripting.insertCSS({ target: { tabId: tab.id }, css: HIDE, origin: 'USER' });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: function (menuItemId) { document.body.dataset.menu = menuItemId; return location.pathname; },
    args: [String(info.menuItemId)]
  }, function (results) {
    chrome.storage.local.set({ hiddenOn: results[0].result });
  });
});

chrome.alarms.onAlarm.addListener(function (alarm) {
  chrome.tabs.query({ url: '*://one.example/*' }, function (tabs) {
    tabs.forEach(function (tab) {
      chrome.scripting.executeScript({
        target: { tabId: tab.id },
        func: function (name) {
          var before = document.title;
          document.title = `${name}: ` + before;
          return before;
        },
        args: [String(alarm.name)]
      }, function (results) {
        chrome.storage.local.set({ titleBefore: results[0].result });
      });
      chrome.scripting.removeCSS({ target: { tabId: tab.id }, css: HIDE, origin: 'USER' });
    });
  });
});
