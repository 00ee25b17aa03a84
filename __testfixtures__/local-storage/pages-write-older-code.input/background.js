function isMuted(url) {
  return localStorage['muted-sites'] && localStorage['muted-sites'].indexOf(url) != -1;
}

chrome.tabs.onUpdated.addListener(function(tabId, change) {
  if (change.url && isMuted(change.url)) {
    chrome.tabs.update(tabId, { muted: true });
  }
  console.log(localStorage['muted-sites']);
});
