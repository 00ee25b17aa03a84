let rules = [];

let items;
function init() {
  chrome.browserAction.setTitle({ title: 'Rules' });
  return chrome.storage.local.get({ rules: [], badge: '' }).then((found) => {
    items = found;
    rules = items.rules;
  });
}

const settingsLoaded = init().catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, change) => {
  await settingsLoaded;
  if (rules.includes(change.url)) chrome.tabs.sendMessage(id, items.badge);
});
