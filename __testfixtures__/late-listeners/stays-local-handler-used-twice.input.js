async function init() {
  const { color } = await chrome.storage.local.get({ color: 'red' });
  function paint(tab) {
    chrome.browserAction.setBadgeBackgroundColor({ tabId: tab.id, color });
  }
  chrome.tabs.onCreated.addListener(paint);
  chrome.tabs.onUpdated.addListener((id, info, tab) => paint(tab));
}

init();
