chrome.webNavigation.onDOMContentLoaded.addListener((details) => {
  chrome.tabs.executeScript(details.tabId, { file: 'frame.js', frameId: details.frameId });
});
