async function remember(tab) {
  await startUpDone;
  if (!listensToTabsCreated) return;
  chrome.storage.local.set({ last: tab.url });
}

let listensToTabsCreated = false;
chrome.tabs.onCreated.addListener(remember);

async function init() {
  const { on } = await chrome.storage.local.get('on');
  if (on) listensToTabsCreated = true;
}

chrome.storage.onChanged.addListener(async () => {
  await startUpDone;
  init();
});

const startUpDone = init().catch(console.error);
