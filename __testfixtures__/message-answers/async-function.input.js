chrome.runtime.onMessage.addListener((message, sender, sendResponse) => answer(message, sendResponse));

chrome.runtime.onMessage.addListener((message) => {
  console.log(message);
  return log(message);
});

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'log') return log(message);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => now(message, sendResponse));

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  answer(message, sendResponse);
  return true;
});

async function answer(message, reply) {
  const { name } = await chrome.storage.local.get('name');
  if (message === 'name') reply(name);
}

async function log(message) {
  await chrome.storage.local.set({ message });
}

function now(message, reply) {
  if (message === 'now') reply(Date.now());
}
