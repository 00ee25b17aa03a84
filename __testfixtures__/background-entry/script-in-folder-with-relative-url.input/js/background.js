chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setIcon({ path: 'icons/on.png' });
});
