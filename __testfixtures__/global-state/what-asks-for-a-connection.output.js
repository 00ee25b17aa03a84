let enabled = true;
const hosts = new Set();
const stateRestored = chrome.storage.session.get({ enabled: { value: enabled }, hosts: [] }).then((saved) => {
  enabled = saved.enabled.value;
  for (const value of saved.hosts) hosts.add(value);
}).catch(console.error);

chrome.runtime.onMessage.addListener(({ on, host }) => {
  stateRestored.then(() => {
    enabled = on;
    chrome.storage.session.set({ enabled: { value: enabled } });
    hosts.add(String(host));
    chrome.storage.session.set({ hosts: [...hosts] });
  });
});

chrome.tabs.onUpdated.addListener(async (tabId, info, tab) => {
  await stateRestored;
  if (!enabled) return;
  if (hosts.has(new URL(tab.url).host)) {
    const port = chrome.tabs.connect(tabId);
    port.onMessage.addListener((message) => console.log(message));
  }
});
