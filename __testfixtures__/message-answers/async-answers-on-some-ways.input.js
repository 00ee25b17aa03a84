chrome.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  const { name } = await chrome.storage.local.get('name');
  if (message === 'name') sendResponse(name);
});

chrome.runtime.onMessageExternal.addListener(async (message, sender, sendResponse) => {
  if (message.type === 'page') {
    try {
      sendResponse(await (await fetch(message.url)).text());
    } catch (error) {
      console.error(error);
    }
  }
  return true;
});
