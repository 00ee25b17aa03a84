function answer(message, sender, sendResponse) {
  sendResponse({ ok: message === 'ping' });
}
async function update() {
  const { open } = await chrome.storage.local.get('open');
  if (open) chrome.runtime.onMessageExternal.addListener(answer);
  else chrome.runtime.onMessageExternal.removeListener(answer);
}
chrome.storage.onChanged.addListener(update);
update();
