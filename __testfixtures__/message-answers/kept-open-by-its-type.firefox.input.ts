chrome.runtime.onMessage.addListener((message: { key: string }, sender: chrome.runtime.MessageSender, sendResponse: (answer: unknown) => void): boolean | undefined => {
  if (message.key !== 'count') return;
  chrome.storage.local.get(message.key, (items) => sendResponse!(items[message.key] as unknown));
});
