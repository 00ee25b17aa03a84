const color = localStorage.color;

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { code: 'document.body.style.backgroundColor = color;' });
});
