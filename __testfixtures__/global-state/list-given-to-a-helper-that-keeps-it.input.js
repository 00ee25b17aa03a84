let order = [];
let merged = { last: '' };
let kept = null;

function remember(list) {
  kept = list;
  return list.slice();
}

function merge(patch) {
  merged = Object.assign(patch, merged);
  patch.last = 'changed';
}

chrome.tabs.onActivated.addListener(({ tabId }) => {
  order.push(tabId);
  order = remember(order);
});

chrome.tabs.onUpdated.addListener((id, change) => {
  if (change.url) merge({ last: change.url });
});

chrome.browserAction.onClicked.addListener(() => {
  if (kept) kept.push(0);
  chrome.browserAction.setTitle({ title: `${order.join()} ${merged.last}` });
});
