let shown = { url: '' };
const back = [];

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  const { url } = await chrome.tabs.get(tabId);
  back.push({ url: shown.url });
  shown.url = url;
});

chrome.tabs.onRemoved.addListener(() => {
  const last = back.pop();
  if (last) shown.url = last.url;
});
