async function answer(message, sender, sendResponse) {
  if (message === 'count') {
    const { count } = await chrome.storage.local.get('count');
    sendResponse(count);
  }
}

chrome.runtime.onMessage.addListener(answer);
chrome.tabs.onCreated.addListener(async (tab) => {
  await answer('count', { tab }, console.log);
});
