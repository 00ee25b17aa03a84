chrome.action.onClicked.addListener(async (tab) => {
  const { enabled } = await chrome.storage.local.get('enabled');
  if (enabled) await chrome.sidePanel.open({ tabId: tab.id });
});

chrome.commands.onCommand.addListener(async () => {
  chrome.permissions.request({ permissions: ['bookmarks'] }, async (granted) => {
    if (granted) chrome.action.setBadgeText({ text: String((await chrome.bookmarks.getRecent(10)).length) });
  });
});
