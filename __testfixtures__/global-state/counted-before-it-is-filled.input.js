let stats = {};
chrome.webNavigation.onCompleted.addListener(({ tabId, url }) => {
  const { host } = new URL(url);
  if (stats[host] === undefined) {
    stats[host] = 1;
  } else {
    stats[host] = stats[host] + 1;
  }
});
chrome.tabs.onRemoved.addListener((tabId) => {
  if (tabId in stats) stats[tabId]++;
});
chrome.tabs.onActivated.addListener(() => console.log(stats));
