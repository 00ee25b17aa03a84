type Handler = (message: string, sender: chrome.runtime.MessageSender, sendResponse: (answer: unknown) => void) => Promise<void>;

const answer: Handler = async (message, sender, sendResponse) => {
  sendResponse(await chrome.storage.local.get(message));
};
chrome.runtime.onMessage.addListener(answer);
chrome.runtime.onMessageExternal.addListener((async (message, sender, sendResponse) => {
  sendResponse(await chrome.storage.local.get(message));
}) as Handler);
