async function askFor(name) {
  return chrome.permissions.request({ permissions: [name] });
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  chrome.storage.local.get({ asked: false }).then(async ({ asked }) => {
    if (!asked) sendResponse(await askFor('history'));
  });
  return true;
});

chrome.notifications.onClicked.addListener(() => {
  chrome.storage.local.get({}, () => chrome.permissions.request({ permissions: ['topSites'] }));
});
