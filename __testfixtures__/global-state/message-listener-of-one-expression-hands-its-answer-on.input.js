let count = 0;
const answer = (reply) => reply(++count);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => answer(sendResponse));
