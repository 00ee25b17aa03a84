const visits = {};

chrome.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
  if (status !== 'complete') return;
  const { host } = new URL(url);
  visits[host] = (visits[host] || 0) + 1;
  const [oldest, ...others] = Object.keys(visits);
  if (others.length > 9) delete visits[oldest];
});
