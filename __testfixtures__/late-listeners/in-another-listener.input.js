chrome.runtime.onInstalled.addListener(() => {
  chrome.tabs.onRemoved.addListener((id) => console.log(id));
});
