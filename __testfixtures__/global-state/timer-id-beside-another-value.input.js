let fallback;
let due = {};

chrome.tabs.onRemoved.addListener((tabId) => {
  clearTimeout(fallback);
  if (chrome.alarms) chrome.alarms.create('later', { delayInMinutes: 5 });
  else fallback = setTimeout(() => chrome.tabs.create({ url: 'later.html' }), 300_000);
  const timer = setTimeout(() => chrome.tabs.remove(tabId), 300_000);
  due[tabId] = timer;
});
chrome.tabs.onCreated.addListener(({ id }) => {
  clearTimeout(due[id]);
});
