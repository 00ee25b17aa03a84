let visits = 0;

browser.storage.local.get({ visits: 0 }).then((stored) => {
  visits = stored.visits;
});

browser.tabs.onCreated.addListener(async () => {
  visits = (await browser.storage.local.get({ visits: 0 })).visits + 1;
});

browser.browserAction.onClicked.addListener(() => {
  browser.browserAction.setBadgeText({ text: String(visits) });
});
