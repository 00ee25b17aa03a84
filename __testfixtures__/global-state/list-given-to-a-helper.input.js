let order = [];
let merged = { last: '', size: 0 };

function toFront(list, id) {
  return [id].concat(list.filter((one) => one !== id)).slice(0, 10);
}

function merge(patch) {
  merged = Object.assign({}, merged, patch);
}

chrome.tabs.onActivated.addListener(({ tabId }) => {
  order = toFront(order, tabId);
  merge({ size: order.length });
});

chrome.tabs.onUpdated.addListener((id, change) => {
  if (change.url) merge({ last: change.url });
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setTitle({ title: `${order.join()} ${merged.last} ${merged.size}` });
});
