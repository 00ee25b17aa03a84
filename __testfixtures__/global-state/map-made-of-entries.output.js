let recent = new Map();
let titles = {};
let hosts = new Map();
const stateRestored = chrome.storage.session.get({ recent: [...recent], titles, hosts: [...hosts] }).then((saved) => {
  recent = new Map(saved.recent);
  titles = saved.titles;
  hosts = new Map(saved.hosts);
}).catch(console.error);

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  recent.delete(tabId);
  recent.set(tabId, Date.now());
  chrome.storage.session.set({ recent: [...recent] });
  if (recent.size > 20) {
    recent = new Map([...recent.entries()].slice(-20));
    chrome.storage.session.set({ recent: [...recent] });
  }
});

chrome.tabs.onRemoved.addListener(async () => {
  const tabs = await chrome.tabs.query({});
  await stateRestored;
  titles = Object.fromEntries(tabs.map((tab) => [tab.id, tab.title]));
  chrome.storage.session.set({ titles });
  hosts = new Map(tabs.map(({ windowId, url }) => [windowId, url || '']));
  chrome.storage.session.set({ hosts: [...hosts] });
});

chrome.browserAction.onClicked.addListener(async (tab) => {
  await stateRestored;
  const [newest] = [...recent].sort((a, b) => b[1] - a[1]);
  chrome.browserAction.setTitle({ title: `${newest} ${titles[tab.id]} ${hosts.get(tab.windowId)}` });
});
