const open = new Set();
const byRequest = new Map();
const watched = new Map();

browser.webRequest.onBeforeRequest.addListener(({ requestId, url }) => {
  const filter = browser.webRequest.filterResponseData(requestId);
  open.add(filter);
  byRequest.set(requestId, filter);
  watched.set(requestId, { filter, url });
  filter.onstop = () => {
    open.delete(filter);
    byRequest.delete(requestId);
    filter.close();
  };
}, { urls: ['*://example.com/*'] }, ['blocking']);

browser.webRequest.onErrorOccurred.addListener(({ requestId }) => {
  byRequest.get(requestId)?.disconnect();
}, { urls: ['*://example.com/*'] });

browser.browserAction.onClicked.addListener(() => {
  for (const filter of open) filter.disconnect();
  console.log([...watched.values()].map(({ url }) => url));
});
