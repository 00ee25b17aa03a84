chrome.browserAction.onClicked.addListener((tab) => {
  if (chrome.tabs.insertCSS) chrome.tabs.insertCSS(tab.id, { file: 'a.css' });
  chrome.tabs.removeCSS && chrome.tabs.removeCSS(tab.id, { file: 'b.css' });
});
