const pinned = new Set();

fill().then(() => {
  chrome.tabs.onRemoved.addListener((tabId) => console.log(pinned.has(tabId)));
});

export default defineBackground(() => {
  console.log('started');
});

async function fill() {
  for (const { id } of await chrome.tabs.query({ pinned: true })) pinned.add(id);
}
