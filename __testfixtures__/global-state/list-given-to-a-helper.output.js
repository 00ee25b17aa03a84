let order = [];
let merged = { last: '', size: 0 };
const stateRestored = chrome.storage.session.get({ order, merged }).then((saved) => {
  order = saved.order;
  merged = saved.merged;
}).catch(console.error);

function toFront(list, id) {
  return [id].concat(list.filter((one) => one !== id)).slice(0, 10);
}

function merge(patch) {
  merged = Object.assign({}, merged, patch);
  chrome.storage.session.set({ merged });
}

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  order = toFront(order, tabId);
  chrome.storage.session.set({ order });
  merge({ size: order.length });
});

chrome.tabs.onUpdated.addListener(async (id, change) => {
  await stateRestored;
  if (change.url) merge({ last: change.url });
});

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  chrome.browserAction.setTitle({ title: `${order.join()} ${merged.last} ${merged.size}` });
});
