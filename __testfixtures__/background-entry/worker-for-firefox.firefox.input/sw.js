importScripts('a.js', 'lib/b.js');

chrome.runtime.onMessage.addListener(() => {});
