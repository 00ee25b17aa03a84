chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  if (url?.startsWith("https://example.com/")) {
    chrome.action.setTitle({ tabId, title: "An example" });
    chrome.action.enable(tabId);
  } else {
    chrome.action.disable(tabId);
  }
});
