chrome.runtime.sendMessage({ type: 'hello' }, console.log);
chrome.runtime.onMessage.addListener(async (message) => {
  document.title = await Promise.resolve(message.title);
});
