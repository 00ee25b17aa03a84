chrome.webRequest.onBeforeRequest.addListener(() => ({ cancel: localStorage.blocked === 'true' }), { urls: ['<all_urls>'] }, ['blocking']);
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
  localStorage.blocked = true;
});
