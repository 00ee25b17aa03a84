let sites = [];

chrome.tabs.onUpdated.addListener((id, change) => {
  console.log(sites.includes(change.url));
});
