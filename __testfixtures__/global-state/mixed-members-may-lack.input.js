let seen = { list: [], titles: {} };

chrome.tabs.onUpdated.addListener((id, info, tab) => {
  seen.list.push(id);
  seen.titles[id] = tab.title;
});

chrome.browserAction.onClicked.addListener(() => {
  console.log(Object.keys(seen.titles).length);
});
