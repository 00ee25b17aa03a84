const refresh = async () => {
  const { count = 0 } = await chrome.storage.local.get('count');
  await chrome.action.setBadgeText({ text: String(count) });
};

async function onTabUpdated(tabId, changeInfo, tab) {
  if (changeInfo.status !== 'complete' || !tab.url) return;
  await refresh();
}

async function addHandlers() {
  const { updateOnNavigation } = await chrome.storage.local.get({ updateOnNavigation: false });
  if (updateOnNavigation) {
    chrome.tabs.onUpdated.addListener(onTabUpdated);
  } else {
    chrome.tabs.onUpdated.removeListener(onTabUpdated);
  }
}

chrome.storage.onChanged.addListener(addHandlers);
addHandlers();
