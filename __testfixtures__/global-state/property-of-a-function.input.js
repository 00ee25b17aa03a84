function nextId() {
  nextId.last = (nextId.last || 0) + 1;
  return nextId.last;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === "id") sendResponse(nextId());
});
