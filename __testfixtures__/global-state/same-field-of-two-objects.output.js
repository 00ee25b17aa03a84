const opened = { count: 0, last: null };
const closed = { count: 0, last: null };
let count = 0;
const stateRestored = chrome.storage.session.get({ "background.count": count, "opened.count": opened.count, "opened.last": opened.last, "closed.count": closed.count }).then(saved => {
  count = saved["background.count"];
  opened.count = saved["opened.count"];
  opened.last = saved["opened.last"];
  closed.count = saved["closed.count"];
}).catch(console.error);

chrome.tabs.onCreated.addListener(async tab => {
  await stateRestored;
  opened.count++;
  opened.last = tab.id;
  count++;
  chrome.storage.session.set({ "background.count": count, "opened.count": opened.count, "opened.last": opened.last });
});

chrome.tabs.onRemoved.addListener(async id => {
  await stateRestored;
  closed.count++;
  chrome.storage.session.set({ "closed.count": closed.count });
  closed.last = id;
  console.log(count, opened.count, opened.last, closed.count, closed.last);
});
