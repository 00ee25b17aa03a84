const origin = localStorage.origin;

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.insertCSS(tab.id, { file: 'a.css', cssOrigin: origin });
});
