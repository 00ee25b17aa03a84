chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  counter.add(tabId);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(counter.seen.size);
  });
  return true;
});
