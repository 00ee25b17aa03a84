let seen = { list: [], titles: {}, count: 0 };
const stateRestored = chrome.storage.session.get({ seen }).then((saved) => {
  seen = saved.seen;
}).catch(console.error);

chrome.tabs.onUpdated.addListener(async (id, info, tab) => {
  await stateRestored;
  seen.count++;
  seen.list.push(id);
  seen.titles[id] = tab.title;
  chrome.storage.session.set({ seen });
});

chrome.browserAction.onClicked.addListener(async (tab) => {
  await stateRestored;
  console.log(seen.count, seen.list.length, seen.titles[tab.id]);
});
