var visits = (() => {
  var urls = {};

  return {
    note(url) { urls[url] = true; },
    knows(url) { return urls[url] === true; }
  };
})();

chrome.tabs.onUpdated.addListener((tabId, info) => {
  if (info.url) visits.note(info.url);
});
chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.tabs.get(tabId, (tab) => {
    chrome.browserAction.setBadgeText({ text: visits.knows(tab.url) ? 'seen' : '' });
  });
});
