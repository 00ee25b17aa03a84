chrome.runtime.onInstalled.addListener((details) => {
  if (details.reason === 'install') chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
  chrome.tabs.onRemoved.addListener((id) => console.log(details.previousVersion, id));
});
