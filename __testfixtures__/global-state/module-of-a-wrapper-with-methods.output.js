var visits = (() => {
  var urls = {};
  const stateRestored = chrome.storage.session.get({ urls }).then((saved) => {
    urls = saved.urls;
  }).catch(console.error);

  return {
    note(url) {
      urls[url] = true;
      chrome.storage.session.set({ urls });
    },
    knows(url) { return urls[url] === true; },
    stateRestored
  };
})();

chrome.tabs.onUpdated.addListener(async (tabId, info) => {
  await visits.stateRestored;
  if (info.url) visits.note(info.url);
});
chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.tabs.get(tabId, async (tab) => {
    await visits.stateRestored;
    chrome.browserAction.setBadgeText({ text: visits.knows(tab.url) ? 'seen' : '' });
  });
});
