chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  chrome.identity.getAuthToken({ interactive: true }, sendResponse);
  return true;
});
