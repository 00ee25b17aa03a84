const waiting = {};

chrome.runtime.onMessage.addListener(async (message, sender, reply) => {
  reply(await load(message.key));
  return true;
});

chrome.runtime.onMessage.addListener(async (message) => {
  console.log(await load(message.key));
});

chrome.runtime.onMessage.addListener((message) => {
  if (message.type === 'load') return Promise.resolve(message.key);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'get':
      chrome.storage.local.get(message.key, (items) => sendResponse(items));
      break;
    case 'tabs':
      chrome.tabs.query({}, sendResponse);
      return true;
    default:
      sendResponse(null);
  }
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  console.log(message);
  sendResponse('ok');
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type !== 'ask') return;
  waiting[message.id] = sendResponse;
  return true;
});

async function load(key) {
  return (await chrome.storage.local.get(key))[key];
}

chrome.runtime.sendMessage({ type: 'started' });
