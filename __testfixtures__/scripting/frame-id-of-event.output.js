chrome.webNavigation.onDOMContentLoaded.addListener((details) => {
  chrome.scripting.executeScript({
    target: { tabId: details.tabId, frameIds: [details.frameId] },
    files: ['frame.js']
  });
});
