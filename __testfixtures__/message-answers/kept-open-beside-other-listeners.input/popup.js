chrome.runtime.onMessage.addListener(({ action }, sender, sendResponse) => {
  if (action !== 'ask') return;
  chrome.tabs.query({ active: true }, ([tab]) => {
    sendResponse(confirm(tab.title));
  });
});
