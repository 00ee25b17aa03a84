chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.scripting.insertCSS({ target: { tabId }, files: ['a.css'] });
});
