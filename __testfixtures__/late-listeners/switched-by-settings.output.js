const refresh = async () => {
  const { count = 0 } = await chrome.storage.local.get('count');
  await chrome.action.setBadgeText({ text: String(count) });
};

async function onTabUpdated(tabId, changeInfo, tab) {
  await startUpDone;
  if (!listensToTabsUpdated) return;
  if (changeInfo.status !== 'complete' || !tab.url) return;
  await refresh();
}

let listensToTabsUpdated = false;
chrome.tabs.onUpdated.addListener(onTabUpdated);

async function addHandlers() {
  const { updateOnNavigation } = await chrome.storage.local.get({ updateOnNavigation: false });
  if (updateOnNavigation) {
    listensToTabsUpdated = true;
  } else {
    listensToTabsUpdated = false;
  }
}

chrome.storage.onChanged.addListener(async () => {
  await startUpDone;
  addHandlers();
});
const startUpDone = addHandlers().catch(console.error);
