class Rules {
  constructor(area) {
    this.list = [];
    this.listLoaded = chrome.storage.local.get('rules').then((items) => {
      this.list = items.rules || [];
    }).catch(console.error);
  }

  match(url) {
    return this.list.find((rule) => url.startsWith(rule));
  }
}

const rules = new Rules();

function mark(tabId, url) {
  chrome.browserAction.setBadgeText({ tabId, text: rules.match(url) ? '!' : '' });
}

chrome.tabs.onUpdated.addListener(async (tabId, { url }) => {
  if (!url) return;
  await rules.listLoaded;
  mark(tabId, url);
});
