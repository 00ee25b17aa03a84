let last = new Date();
const id = crypto.randomUUID();

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'id') sendResponse(id.length);
  else sendResponse(Date.now() - last);
});

chrome.tabs.onCreated.addListener(() => {
  last = new Date();
});
