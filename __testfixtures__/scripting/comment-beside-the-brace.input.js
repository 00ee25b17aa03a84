chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  chrome.tabs.executeScript(tab.id, { // only a hint
    runAt: 'document_start',
    file: 'hint.js',
  });
  chrome.tabs.executeScript(tab.id, { /* first */ // second
    // the script
    file: 'mark.js',
    allFrames: true, // in frames, too
  });
});
