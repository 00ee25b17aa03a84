chrome.runtime.onConnect.addListener((port) => {
  setTimeout(() => port.disconnect(), 4 * 60 * 1000);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const seen = new Map([[message.id, 1]]);
  setTimeout(() => console.log(seen), 60 * 1000);
  setTimeout(() => sendResponse(message), 60 * 1000);
  return true;
});
