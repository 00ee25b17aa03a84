if (typeof importScripts === 'function') {
  importScripts('a.js');
}

chrome.runtime.onMessage.addListener(() => {});
