chrome.action.onClicked.addListener(({ id }) => {
  chrome.scripting.executeScript({ target: { tabId: id }, func: () => alert('read') });
  chrome.scripting.registerContentScripts([{ id: 'a', js: ['a.js'], matches: ['<all_urls>'], world: 'MAIN' }]);
});
