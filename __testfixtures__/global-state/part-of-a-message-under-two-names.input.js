const feedsByTab = {};
const latest = { feeds: null, seen: 0 };

chrome.runtime.onMessage.addListener((message) => {
  feedsByTab[message.tab] = message.feeds;
  latest.feeds = message.feeds;
});
chrome.action.onClicked.addListener((tab) => {
  if (feedsByTab[tab.id]) feedsByTab[tab.id].seen = true;
  console.log(latest.feeds && latest.feeds.seen);
});
