let shown = {};
const stateRestored = chrome.storage.session.get({ shown: Object.entries(shown) }).then((saved) => {
  shown = Object.fromEntries(saved.shown);
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (tabId, { status }, { url, title }) => {
  if (status !== 'complete') return;
  const next = { url: String(url), title: String(title) };
  await stateRestored;
  if (JSON.stringify(shown) === JSON.stringify(next)) return;
  shown = next;
  chrome.storage.session.set({ shown: Object.entries(shown) });
  chrome.action.setTitle({ title: next.title });
});
