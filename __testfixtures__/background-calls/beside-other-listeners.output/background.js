function setMode(mode) {
  chrome.storage.local.set({ mode });
}
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (!message || message.action === undefined) return;
  const { action, id } = message;
  if (action === 'log') console.log(id);
  else if (action === 'time') {
    setTimeout(() => sendResponse(id), 10);
    return true;
  }
});
chrome.runtime.onMessage.addListener(function (request, sender, reply) {
  console.log('message', request);
  switch (request.type) {
    case 'name':
      reply(sender.url);
      break;
    default:
      console.warn('unknown');
  }
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => message === 'count' && sendResponse(1));

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener((message) => {
  if (message?.type === 'background/setMode') setMode(message.args.mode);
});
