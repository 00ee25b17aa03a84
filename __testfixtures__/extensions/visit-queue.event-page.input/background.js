const queue = new VisitQueue();
let asked = 0;

browser.browserAction.onClicked.addListener(async (tab) => {
  asked += 1;
  browser.browserAction.setBadgeText({ text: String(asked) });
  const url = queue.next();
  if (url) await browser.tabs.update(tab.id, { url });
});

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'add') {
    sendResponse(queue.add(message.url));
  } else if (message.type === 'asked') {
    sendResponse(asked);
  }
});
