chrome.runtime.onMessage.addListener((message, sender, reply) => {
  (async () => {
    reply(await chrome.storage.local.get({
      key: message,
    }));
  })();
  return true;
});
