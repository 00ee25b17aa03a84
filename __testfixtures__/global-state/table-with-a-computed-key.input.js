const GET = 'get';
let count = 0;

const handlers = {
  add() {
    count++;
  },
  [GET]() {
    return count;
  },
};

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const handler = handlers[message];
  if (handler) handler();
  sendResponse(handlers.get());
});
