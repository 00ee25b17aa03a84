async function init() {
  const { color } = await chrome.storage.local.get({ color: 'red' });
  const paint = (tabId) => {
    chrome.browserAction.setBadgeBackgroundColor({ tabId, color });
  };

  // Pages that have been loaded.
  function onUpdated(tabId, info) {
    if (info.status === 'complete') paint(tabId);
  }
  const onRemoved = (tabId) => chrome.browserAction.setTitle({ title: `${tabId} ${color}` });

  chrome.tabs.onUpdated.addListener(onUpdated);
  // And those that are gone.
  chrome.tabs.onRemoved.addListener(onRemoved);
}

init();
