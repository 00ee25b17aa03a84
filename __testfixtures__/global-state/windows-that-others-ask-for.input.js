function meter(ms) {
  let since = 0;
  let used = 0;
  return {
    hit() {
      if (Date.now() - since > ms) {
        since = Date.now();
        used = 0;
      }
      used++;
    },
    count: () => used,
    age: () => Date.now() - since,
  };
}

const opened = meter(1000);
const closed = meter(2000);
chrome.tabs.onCreated.addListener(() => opened.hit());
chrome.tabs.onRemoved.addListener(() => closed.hit());

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'opened') sendResponse([opened.count(), opened.age()]);
  if (message === 'closed') sendResponse([closed.count(), closed.age()]);
});
