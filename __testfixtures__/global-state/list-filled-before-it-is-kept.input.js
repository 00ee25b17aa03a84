let open = [];

chrome.tabs.onCreated.addListener(() => {
  chrome.tabs.query({}, (tabs) => {
    const ids = [];
    for (const tab of tabs) {
      if (!tab.pinned) ids.push(tab.id);
    }
    open = ids;
  });
});
chrome.tabs.onActivated.addListener(() => {
  chrome.browserAction.setBadgeText({ text: String(open.length) });
});
