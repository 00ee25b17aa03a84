let count = 0;
const greeted = new Promise((resolve) => {
  chrome.runtime.onMessage.addListener((message) => {
    if (message === 'hello') resolve();
  });
});

chrome.tabs.onCreated.addListener(async () => {
  await greeted;
  count += 1;
});

chrome.tabs.onRemoved.addListener(() => {
  chrome.action.setBadgeText({ text: String(count) });
});
