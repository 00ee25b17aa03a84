let color = 'grey';

async function show(tabId) {
  await colorLoaded;
  chrome.browserAction.setBadgeBackgroundColor({ tabId, color });
}

const colorLoaded = chrome.storage.local.get({ color: 'red' }).then((items) => {
  color = items.color;
  show(undefined);
}).catch(console.error);

chrome.tabs.onUpdated.addListener(show);

chrome.browserAction.onClicked.addListener(() => {
  chrome.tabs.onUpdated.removeListener(show);
  chrome.tabs.onUpdated.addListener(show);
});
