let recent = new Map();
let titles = {};
let hosts = new Map();

chrome.tabs.onActivated.addListener(({ tabId }) => {
  recent.delete(tabId);
  recent.set(tabId, Date.now());
  if (recent.size > 20) recent = new Map([...recent.entries()].slice(-20));
});

chrome.tabs.onRemoved.addListener(async () => {
  const tabs = await chrome.tabs.query({});
  titles = Object.fromEntries(tabs.map((tab) => [tab.id, tab.title]));
  hosts = new Map(tabs.map(({ windowId, url }) => [windowId, url || '']));
});

chrome.browserAction.onClicked.addListener((tab) => {
  const [newest] = [...recent].sort((a, b) => b[1] - a[1]);
  chrome.browserAction.setTitle({ title: `${newest} ${titles[tab.id]} ${hosts.get(tab.windowId)}` });
});
