chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'store') {
    (async () => {
      await store(message, sendResponse);
    })();
    return true;
  } else if (message.type === 'log') {
    (async () => {
      await chrome.storage.local.set({ log: message.text });
    })();
  }
});

chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  store(message, sendResponse);
  return true;
});

async function store({ key, value }, reply) {
  const { [key]: old } = await chrome.storage.local.get(key);
  if (old === value) {
    reply('kept');
  } else {
    await chrome.storage.local.set({ [key]: value });
    reply('stored');
  }
}
