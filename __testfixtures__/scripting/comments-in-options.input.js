chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(
    tab.id,
    // The content script asks for its settings.
    {
      // Not in frames:
      allFrames: false,
      file: 'content.js', /* packaged */
      runAt: 'document_idle' // the default
    }
  );
});
