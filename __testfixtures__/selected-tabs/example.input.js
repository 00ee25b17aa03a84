chrome.tabs.create({ url: "help.html", selected: true });
chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (tab.selected) console.log(change.status);
});
