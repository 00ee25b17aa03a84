async function load(id) {
  await chrome.storage.local.set({ id });
  return id.length;
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message?.type === "background/load") {
    load(message.args.id).then(() => sendResponse());
    return true;
  }
});
