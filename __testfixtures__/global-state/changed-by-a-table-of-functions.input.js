let count = 0;
const handlers = {
  add: () => { count++; },
  get: () => count,
};
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const handler = handlers[message];
  if (handler) sendResponse(handler());
});
