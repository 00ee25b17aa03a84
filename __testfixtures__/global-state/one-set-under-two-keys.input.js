const index = new Map();

chrome.tabs.onCreated.addListener((tab) => {
  const group = new Set();
  index.set(tab.id, group);
  index.set(tab.index, group);
});

chrome.tabs.onUpdated.addListener((id) => {
  if (index.has(id)) index.get(id).add(id);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse([...index].map(([id, group]) => [id, group.size]));
});
