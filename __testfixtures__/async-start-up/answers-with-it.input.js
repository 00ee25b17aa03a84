let theme = 'light';
chrome.storage.local.get({ theme: 'light' }, (items) => {
  theme = items.theme;
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'theme') sendResponse(theme);
});
