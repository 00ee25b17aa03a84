let ids = [];

function idsOf(tabs) {
  const found = [];
  for (const tab of tabs) found.push(tab.id);
  setTimeout(() => found.push(0), 1000);
  return found;
}

chrome.tabs.onCreated.addListener(() => {
  chrome.tabs.query({}, (tabs) => {
    ids = idsOf(tabs);
  });
});
chrome.tabs.onActivated.addListener(() => {
  chrome.browserAction.setBadgeText({ text: String(ids.length) });
});
