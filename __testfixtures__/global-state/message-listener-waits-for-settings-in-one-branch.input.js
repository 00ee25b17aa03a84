const ready = new Promise((resolve) => chrome.storage.local.get('limit', resolve));
let hits = 0;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'hit') {
    ready.then(({ limit }) => {
      hits++;
      sendResponse(hits);
    });
    return true;
  }
  if (message === 'reset') {
    hits = 0;
    sendResponse('ok');
  }
});
chrome.tabs.onCreated.addListener(() => {
  hits += 2;
  chrome.action.setBadgeText({ text: String(hits) });
});
