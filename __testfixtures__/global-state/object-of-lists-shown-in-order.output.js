let titles = {};
const stateRestored = chrome.storage.session.get({ titles: Object.entries(titles).map(([key, value]) => [key, [...value]]) }).then((saved) => {
  titles = Object.fromEntries(saved.titles.map(([key, value]) => [key, new Set(value)]));
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (tabId, { title }, { url }) => {
  if (!title) return;
  const { host } = new URL(url);
  await stateRestored;
  titles[host] = titles[host] || new Set();
  titles[host].add(title);
  chrome.storage.session.set({ titles: Object.entries(titles).map(([key, value]) => [key, [...value]]) });
});

chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  for (const host in titles) {
    console.log(host, [...titles[host]].join());
  }
  titles = {};
  chrome.storage.session.set({ titles: Object.entries(titles).map(([key, value]) => [key, [...value]]) });
});
