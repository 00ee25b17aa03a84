chrome.browserAction.onClicked.addListener((tab) => {
  chrome.scripting.executeScript(
    // The content script asks for its settings.
    {
      // Not in frames:
      target: { tabId: tab.id },
      files: ['content.js'] /* packaged */
      // the default
    }
  );
});
