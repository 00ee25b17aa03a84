const opened = new Map();

chrome.tabs.onCreated.addListener((tab) => {
  opened.set(tab.id, { url: tab.url || '', count: 0 });
});

chrome.tabs.onUpdated.addListener(() => {
  for (const one of opened.values()) one.count += 1;
});

chrome.tabs.onRemoved.addListener((id) => {
  opened.delete(id);
});

chrome.browserAction.onClicked.addListener(() => {
  const urls = Array.from(opened.values()).map((one) => one.url);
  chrome.browserAction.setTitle({ title: `${urls.join()} ${[...opened.entries()].length} ${[...opened.values()].filter((one) => one.count > 0).length}` });
});
