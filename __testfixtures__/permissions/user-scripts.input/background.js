chrome.runtime.onInstalled.addListener(() => {
  chrome.userScripts.register([{ id: 'a', js: [{ file: 'a.js' }], matches: ['<all_urls>'] }]);
});
