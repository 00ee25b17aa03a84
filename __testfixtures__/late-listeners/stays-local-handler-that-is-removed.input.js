async function init() {
  const { color } = await chrome.storage.local.get({ color: 'red' });
  function paint(tab) {
    chrome.browserAction.setBadgeBackgroundColor({ tabId: tab.id, color });
  }
  chrome.tabs.onCreated.addListener(paint);
  chrome.browserAction.onClicked.addListener(() => chrome.tabs.onCreated.removeListener(paint));
}

init();
