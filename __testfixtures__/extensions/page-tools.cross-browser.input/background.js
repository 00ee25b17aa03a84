'use strict';

var HIDE = 'img { display: none }';

chrome.runtime.onInstalled.addListener(function () {
  chrome.contextMenus.create({ id: 'hide', title: 'Hide images', contexts: ['page'] });
  chrome.alarms.create('late', { delayInMinutes: 600 });
});

// Counts paragraphs, in the color that the settings name.
chrome.browserAction.onClicked.addListener(function () {
  chrome.storage.local.get({ color: 'rgb(9, 9, 9)' }, function (items) {
    chrome.tabs.executeScript(null, { code: 'var settings = ' + JSON.stringify({ color: items.color }) }, function () {
      chrome.tabs.executeScript(null, { file: 'count.js' }, function (results) {
        if (chrome.runtime.lastError) return;
        chrome.storage.local.set({ paragraphs: results[0].paragraphs });
      });
    });
  });
});

chrome.contextMenus.onClicked.addListener(function (info, tab) {
  chrome.tabs.insertCSS(tab.id, { code: HIDE, cssOrigin: 'user' });
  chrome.tabs.executeScript({ code: '(function () { document.body.dataset.menu = "' + info.menuItemId + '"; return location.pathname; })()' }, function (results) {
    chrome.storage.local.set({ hiddenOn: results[0] });
  });
});

chrome.alarms.onAlarm.addListener(function (alarm) {
  chrome.tabs.query({ url: '*://one.example/*' }, function (tabs) {
    tabs.forEach(function (tab) {
      chrome.tabs.executeScript(tab.id, {
        code: 'var before = document.title;' +
          'document.title = "' + alarm.name + ': " + before;' +
          'before'
      }, function (results) {
        chrome.storage.local.set({ titleBefore: results[0] });
      });
      chrome.tabs.removeCSS(tab.id, { code: HIDE, cssOrigin: 'user' });
    });
  });
});
