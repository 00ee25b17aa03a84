let shown = {};

chrome.tabs.onUpdated.addListener((tabId, { status }, { url, title }) => {
  if (status !== 'complete') return;
  const next = { url: String(url), title: String(title) };
  if (JSON.stringify(shown) === JSON.stringify(next)) return;
  shown = next;
  chrome.action.setTitle({ title: next.title });
});
