chrome.storage.local.get({ rules: [] }, ({ rules }) => {
  if (rules.some((rule) => rule.active)) {
    chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
      sendResponse(rules.length);
    });
    chrome.runtime.onUpdateAvailable.addListener(() => {
      chrome.storage.local.set({ update: true });
    });
  }
});
