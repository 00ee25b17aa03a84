let closing = 0;
let asking = -1;

chrome.tabs.onCreated.addListener((tab) => {
  closing = setTimeout(() => chrome.tabs.remove(tab.id), 90_000);
  asking = setTimeout(() => chrome.tabs.reload(tab.id), 90_000);
});
chrome.tabs.onRemoved.addListener(() => {
  clearTimeout(closing);
  closing = -1;
  clearTimeout(asking);
  asking = -1;
});
chrome.tabs.onUpdated.addListener(() => {
  if (closing === -1) console.log('closed by the user');
  if (asking === -1) console.log('not asking');
});
