interface Question { readonly key: string }

async function onMessage(message: Question, sender: browser.runtime.MessageSender, sendResponse: (answer?: unknown) => void): Promise<void> {
  if (!message.key) return;
  try {
    const items = await browser.storage.local.get(message.key);
    sendResponse(items[message.key]);
  } catch {
    sendResponse();
  }
}

browser.runtime.onMessage.addListener(onMessage);
