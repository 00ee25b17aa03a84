const history = [];
let last = null;

function show(entry) {
  if (entry === last) return;
  last = entry;
  chrome.browserAction.setTitle({ title: entry.url });
}

chrome.runtime.onMessage.addListener((request) => {
  history.push({ url: request.url });
});
chrome.browserAction.onClicked.addListener(() => {
  for (const entry of history) show(entry);
});
