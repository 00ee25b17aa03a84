importScripts('a.js');
chrome.runtime.onMessage.addListener(() => {});
