export default defineBackground(() => {
  let unread = 0;
  const stateRestored = chrome.storage.session.get({ unread }).then((saved) => {
    unread = saved.unread;
  }).catch(console.error);

  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (message === 'add') {
      stateRestored.then(() => {
        unread++;
        chrome.storage.session.set({ unread });
        sendResponse(unread);
      });
      return true;
    }
  });
});
