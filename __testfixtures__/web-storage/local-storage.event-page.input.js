const theme = localStorage.theme || 'light';
chrome.browserAction.onClicked.addListener(() => {
  localStorage.theme = theme === 'light' ? 'dark' : 'light';
  document.title = theme;
});
