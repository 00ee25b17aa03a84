browser.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  if (message.type === 'get') {
    const { value } = await browser.storage.local.get('value');
    sendResponse(value);
  } else if (message.type === 'set') {
    await browser.storage.local.set({ value: message.value });
  }
});
