let stored = {};
let pageItems = {};
const storedLoaded = chrome.storage.local.get({ stored, pageItems }).then((saved) => {
  stored = saved.stored;
  pageItems = saved.pageItems;
});
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes.pageItems) pageItems = changes.pageItems.newValue;
});

function greet() {
  const name = pageItems.name ?? null;
  return `${pageItems.greeting || 'Hello'}${name === null ? '' : `, ${name}`}`;
}

chrome.action.onClicked.addListener(async () => {
  await storedLoaded;
  stored.rings = String(Number(stored.rings || 0) + 1);
  chrome.storage.local.set({ stored });
  chrome.action.setTitle({ title: `${greet()}: ${stored.rings}` });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'greet') {
    storedLoaded.then(() => {
      sendResponse(greet());
    });
    return true;
  }
});
