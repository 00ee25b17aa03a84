let rules = [];

function init() {
  chrome.browserAction.setTitle({ title: 'Rules' });
  chrome.storage.local.get({ rules: [], badge: '' }, (items) => {
    rules = items.rules;
    chrome.tabs.onUpdated.addListener((id, change) => {
      if (rules.includes(change.url)) chrome.tabs.sendMessage(id, items.badge);
    });
  });
}

init();
