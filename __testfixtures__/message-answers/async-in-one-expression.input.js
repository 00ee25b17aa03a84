chrome.runtime.onMessage.addListener(async (message, sender, reply) => reply(await chrome.storage.local.get({
  key: message,
})));
