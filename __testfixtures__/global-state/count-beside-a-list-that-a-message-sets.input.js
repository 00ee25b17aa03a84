let stats = { count: 0, list: [] };

chrome.tabs.onCreated.addListener(() => {
  stats.count++;
  stats.list.push('created');
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'set') stats.count = message.value;
  if (message.type === 'reset') stats = { count: 0, list: [] };
  if (message.type === 'get') sendResponse(stats);
});
