let theme = 'light';
const themeLoaded = chrome.storage.local.get({ theme: 'light' }).then((items) => {
  theme = items.theme;
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'theme') {
    themeLoaded.then(() => {
      sendResponse(theme);
    });
    return true;
  }
});
