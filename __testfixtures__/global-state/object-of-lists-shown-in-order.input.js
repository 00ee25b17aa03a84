let titles = {};

chrome.tabs.onUpdated.addListener((tabId, { title }, { url }) => {
  if (!title) return;
  const { host } = new URL(url);
  titles[host] = titles[host] || new Set();
  titles[host].add(title);
});

chrome.action.onClicked.addListener(() => {
  for (const host in titles) {
    console.log(host, [...titles[host]].join());
  }
  titles = {};
});
