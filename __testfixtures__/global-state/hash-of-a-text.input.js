const seen = {};
let flags = 0;

function hashOf(text) {
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = ((hash << 5) - hash) + text.charCodeAt(i);
    hash |= 0;
  }
  return hash;
}

chrome.tabs.onUpdated.addListener((id, change) => {
  if (change.url) seen[id] = hashOf(change.url);
  flags = flags | 4;
});

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.browserAction.setTitle({ title: `${seen[tab.id]} ${flags}` });
});
