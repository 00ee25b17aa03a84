// What there is at first.
localStorage.theme = localStorage.theme || 'dark';
localStorage['sort'] = localStorage['sort'] || 'title';
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'next') localStorage.sort = 'date';
  sendResponse([localStorage.theme, localStorage.sort]);
});
