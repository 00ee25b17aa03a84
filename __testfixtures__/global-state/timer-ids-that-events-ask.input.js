let pausing = null;
let forgetting = null;
let names = {};

chrome.tabs.onCreated.addListener(() => {
  pausing = setTimeout(() => { pausing = null; }, 60_000);
  if (forgetting) clearTimeout(forgetting);
  forgetting = setTimeout(() => { names = {}; }, 60_000);
});
chrome.tabs.onRemoved.addListener((tabId) => {
  if (pausing) chrome.tabs.create({});
  if (!names[tabId]) names[tabId] = String(tabId);
  console.log(names[tabId]);
});
