chrome.action.onClicked.addListener(async (tab) => {
  await chrome.sidePanel.open({ tabId: tab.id });
  const { count } = await chrome.storage.local.get('count');
  console.log(count);
});

// Chrome hands the gesture on to callbacks of its APIs.
chrome.contextMenus.onClicked.addListener((info, tab) => {
  chrome.permissions.contains({ permissions: ['bookmarks'] }, (has) => {
    if (!has) chrome.permissions.request({ permissions: ['bookmarks'] });
  });
});

chrome.commands.onCommand.addListener(async (command) => {
  if (command === 'sync') await chrome.storage.sync.get();
  chrome.permissions.request({ permissions: ['bookmarks'] });
});

function neverCalled(tab) {
  chrome.storage.local.get().then(() => chrome.sidePanel.open({ tabId: tab.id }));
}

const permissions = { request() {} };
chrome.notifications.onClicked.addListener(async () => {
  await chrome.storage.local.get();
  permissions.request();
});
