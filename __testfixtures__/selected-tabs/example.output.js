chrome.tabs.create({ url: "help.html", active: true });
chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (tab.active) console.log(change.status);
});
