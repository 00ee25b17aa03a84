chrome.webRequest.onHeadersReceived.addListener((details) => {
  function onError({ requestId }) {
    if (requestId === details.requestId) console.log('failed', details.url);
  }
  const stop = () => chrome.webRequest.onErrorOccurred.removeListener(onError);
  chrome.webRequest.onErrorOccurred.addListener(onError, { urls: ['<all_urls>'] });
  chrome.tabs.get(details.tabId, (tab) => {
    if (tab.status === 'complete') stop();
  });
}, { urls: ['<all_urls>'] });

function remember(tab) {
  chrome.storage.local.set({ last: tab.id });
}
function answer(details) {
  return { cancel: details.url.includes('/ads/') };
}
chrome.runtime.onMessage.addListener((message) => {
  function locally(tab) {
    remember(tab);
  }
  if (message === 'on') chrome.tabs.onCreated.addListener(locally);
  if (message === 'off') chrome.tabs.onCreated.removeListener(locally);
});
