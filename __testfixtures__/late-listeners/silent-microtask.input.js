Promise.resolve().then(() => {
  chrome.tabs.onCreated.addListener(() => {});
});
