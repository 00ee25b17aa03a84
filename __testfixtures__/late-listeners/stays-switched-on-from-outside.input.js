function answer(details) {
  return { cancel: details.url.includes('/ads/') };
}
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'on') chrome.webRequest.onBeforeRequest.addListener(answer, { urls: ['<all_urls>'] }, ['blocking']);
  if (message === 'off') chrome.webRequest.onBeforeRequest.removeListener(answer);
});
