const ready = new Promise((resolve) => chrome.storage.local.get('limit', resolve));
let hits = 0;
const stateRestored = chrome.storage.session.get({ hits }).then((saved) => {
  hits = saved.hits;
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'hit') {
    ready.then(async ({ limit }) => {
      await stateRestored;
      hits++;
      chrome.storage.session.set({ hits });
      sendResponse(hits);
    });
    return true;
  }
  if (message === 'reset') {
    ready.then(() => stateRestored.then(() => {
      hits = 0;
      chrome.storage.session.set({ hits });
      sendResponse('ok');
    }));
    return true;
  }
});
chrome.tabs.onCreated.addListener(async () => {
  await ready;
  await stateRestored;
  hits += 2;
  chrome.storage.session.set({ hits });
  chrome.action.setBadgeText({ text: String(hits) });
});
