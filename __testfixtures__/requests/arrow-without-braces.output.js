chrome.runtime.onMessage.addListener((request, sender, reply) => {
  chrome.storage.local.get(reply);
  return true;
});
