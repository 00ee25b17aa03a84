let failures = 0;

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  failures++;
  chrome.storage.session.set({ failures });
  fetch(`https://example.com/${tab.id}`).then((answer) => {
    if (answer.ok) {
      failures--;
      chrome.storage.session.set({ failures });
    }
  });
});

let open = 0;
const stateRestored = chrome.storage.session.get({ failures, open }).then((saved) => {
  failures = saved.failures;
  open = saved.open;
}).catch(console.error);

chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  open += 1;
  chrome.storage.session.set({ open });
});

chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  open -= 1;
  chrome.storage.session.set({ open });
});

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setBadgeText({ text: `${failures} ${open}` });
});
