chrome.runtime.sendMessage({ type: 'tabs' }, console.log);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  setTimeout(() => sendResponse(document.title), 10);
  return true;
});
