chrome.webNavigation.onCommitted.addListener((details) => {
  chrome.tabs.executeScript(details.tabId, {
    file: 'end.js',
    runAt: 'document_end', // the DOM is enough
  });
});
