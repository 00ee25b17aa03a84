const queue = new VisitQueue();
let asked = 0;
const stateRestored = browser.storage.session.get({ asked }).then((saved) => {
  asked = saved.asked;
}).catch(console.error);

browser.browserAction.onClicked.addListener(async (tab) => {
  await stateRestored;
  asked += 1;
  browser.storage.session.set({ asked });
  browser.browserAction.setBadgeText({ text: String(asked) });
  const url = queue.next();
  if (url) await browser.tabs.update(tab.id, { url });
});

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'add') {
    sendResponse(queue.add(message.url));
  } else if (message.type === 'asked') {
    stateRestored.then(() => {
      sendResponse(asked);
    });
    return true;
  }
});
