chrome.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  if (message.type === 'store') {
    await store(message, sendResponse);
  } else if (message.type === 'log') {
    await chrome.storage.local.set({ log: message.text });
  }
});

chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => store(message, sendResponse));

async function store({ key, value }, reply) {
  const { [key]: old } = await chrome.storage.local.get(key);
  if (old === value) {
    reply('kept');
  } else {
    await chrome.storage.local.set({ [key]: value });
    reply('stored');
  }
}
