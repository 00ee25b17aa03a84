function makeCounter() {
  let count = 0;
  return {
    add() { count++; },
    get() { return count; },
  };
}

const opened = makeCounter();
const closed = makeCounter();
chrome.tabs.onCreated.addListener(() => opened.add());
chrome.tabs.onRemoved.addListener(() => closed.add());
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === "counts") sendResponse([opened.get(), closed.get()]);
});
