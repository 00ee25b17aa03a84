class Rules {
  constructor(area) {
    this.list = [];
    chrome.storage.local.get('rules', (items) => {
      this.list = items.rules || [];
    });
  }

  match(url) {
    return this.list.find((rule) => url.startsWith(rule));
  }
}

const rules = new Rules();

function mark(tabId, url) {
  chrome.browserAction.setBadgeText({ tabId, text: rules.match(url) ? '!' : '' });
}

chrome.tabs.onUpdated.addListener((tabId, { url }) => {
  if (!url) return;
  mark(tabId, url);
});
