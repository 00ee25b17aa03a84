const seen = {};
let scale = 1;

function hashOf(text) {
  let hash = 0;
  for (let i = 0; i <= text.length; i++) hash = ((hash << 5) - hash) + text.charCodeAt(i);
  return hash;
}

function grown() {
  let size = 2;
  while (size < Infinity) size = size * size;
  return size;
}

chrome.tabs.onUpdated.addListener((id, change) => {
  if (change.url) seen[id] = hashOf(change.url);
  scale = grown();
});

chrome.browserAction.onClicked.addListener((tab) => {
  chrome.browserAction.setTitle({ title: `${seen[tab.id]} ${scale}` });
});
