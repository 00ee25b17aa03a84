export default defineBackground(() => {
  let unread = 0;

  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (message === 'add') {
      unread++;
      sendResponse(unread);
    }
  });
});
