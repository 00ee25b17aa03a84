const events = [chrome.tabs.onCreated, chrome.tabs.onRemoved];

function count() {
  chrome.tabs.query({}, (tabs) => chrome.browserAction.setBadgeText({ text: String(tabs.length) }));
}

chrome.storage.sync.get("counting", ({ counting }) => {
  if (!counting) return;
  for (const event of events) event.addListener(count);
});
