chrome.tabs.query({}, (tabs) => {
  for (const tab of tabs) chrome.tabs.reload(tab.id);
});
