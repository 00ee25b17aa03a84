let open = [];
const stateRestored = chrome.storage.session.get({ open }).then((saved) => {
  open = saved.open;
}).catch(console.error);

chrome.tabs.onCreated.addListener(() => {
  chrome.tabs.query({}, async (tabs) => {
    const ids = [];
    for (const tab of tabs) {
      if (!tab.pinned) ids.push(tab.id);
    }
    await stateRestored;
    open = ids;
    chrome.storage.session.set({ open });
  });
});
chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setBadgeText({ text: String(open.length) });
});
