chrome.runtime.onMessage.addListener((message: { key: string }, sender: chrome.runtime.MessageSender, sendResponse: (answer: unknown) => void): void => {
  chrome.storage.local.get(message.key, (items) => sendResponse(items[message.key]));
});
