chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  if (url?.startsWith("https://example.com/")) {
    chrome.pageAction.setTitle({ tabId, title: "An example" });
    chrome.pageAction.show(tabId);
  } else {
    chrome.pageAction.hide(tabId);
  }
});
