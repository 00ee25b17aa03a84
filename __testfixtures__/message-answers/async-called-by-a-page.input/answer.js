export async function answer(message, sender, sendResponse) {
  const items = await chrome.storage.local.get(message);
  sendResponse(items);
}
