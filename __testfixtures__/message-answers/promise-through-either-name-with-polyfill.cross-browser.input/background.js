const api = typeof browser === 'undefined' ? chrome : browser;

api.runtime.onMessage.addListener((message) => {
  if (message === 'history') return Promise.resolve([]);
});

chrome.runtime.onMessageExternal.addListener((message) => {
  if (message === 'history') return Promise.resolve([]);
});
