importScripts('polyfill.js');

browser.runtime.onInstalled.addListener(() => browser.action.setBadgeText({ text: 'new' }));
