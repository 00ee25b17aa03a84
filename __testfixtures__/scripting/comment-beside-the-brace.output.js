chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  chrome.scripting.executeScript({ // only a hint
    target: { tabId: tab.id },
    injectImmediately: true,
    files: ['hint.js'],
  });
  chrome.scripting.executeScript({ /* first */ // second
    // in frames, too
    target: { tabId: tab.id, allFrames: true },
    // the script
    files: ['mark.js'],
  });
});
