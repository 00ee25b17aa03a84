let seen = { list: [], titles: {}, count: 0 };

chrome.tabs.onUpdated.addListener((id, info, tab) => {
  seen.count++;
  seen.list.push(id);
  seen.titles[id] = tab.title;
});

chrome.browserAction.onClicked.addListener((tab) => {
  console.log(seen.count, seen.list.length, seen.titles[tab.id]);
});
