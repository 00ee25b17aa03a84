export const options = await chrome.storage.local.get();
