async function load() {
  await chrome.storage.local.set({ id: 1 });
  return 1;
}

// What pages of the extension have the background do.
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message?.type === "background/load") {
    load().then(sendResponse);
    return true;
  }
});
