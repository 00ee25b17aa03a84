interface Question { readonly key: string }

function onMessage(message: Question, sender: browser.runtime.MessageSender, sendResponse: (answer?: unknown) => void): boolean | undefined {
  if (!message.key) return;
  (async () => {
    try {
      const items = await browser.storage.local.get(message.key);
      sendResponse(items[message.key]);
    } catch {
      sendResponse();
    }
  })();
  return true;
}

browser.runtime.onMessage.addListener(onMessage);
