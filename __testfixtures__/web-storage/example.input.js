chrome.runtime.onInstalled.addListener(() => {
  localStorage.theme = 'dark';
});

chrome.browserAction.onClicked.addListener(() => {
  const count = Number(localStorage.getItem('count')) + 1;
  localStorage.setItem('count', count);
});
