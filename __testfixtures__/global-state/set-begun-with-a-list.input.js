let muted = new Set(['ads.example']);

chrome.tabs.onUpdated.addListener((id, change) => {
  if (change.url) muted.add(new URL(change.url).host);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'reset') muted = new Set(['ads.example']);
  sendResponse([...muted]);
});
