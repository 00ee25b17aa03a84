const waiting = [];

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'next') new Promise((resolve) => waiting.push(resolve)).then((next) => sendResponse(next));
  else if (message === 'change') chrome.storage.onChanged.addListener((changes) => sendResponse(changes));
  else if (message === 'ticks') setInterval(() => sendResponse(Date.now()), 1000);
});

chrome.tabs.onCreated.addListener((tab) => waiting.splice(0).forEach((resolve) => resolve(tab.id)));
