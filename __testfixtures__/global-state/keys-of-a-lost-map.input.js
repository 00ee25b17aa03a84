const requests = new Map();
const order = [];

chrome.tabs.onCreated.addListener((tab) => {
  requests.set(tab.id, new AbortController());
  order.push(tab.id);
  if (order.length > 5) requests.delete(order.shift());
});
chrome.tabs.onRemoved.addListener(() => {
  const request = requests.get(order[0]);
  if (request) request.abort();
});
