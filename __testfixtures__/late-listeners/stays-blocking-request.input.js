let blocked = [];
chrome.storage.local.get({ blocked }, (items) => {
  blocked = items.blocked;
  chrome.webRequest.onBeforeRequest.addListener(
    ({ url }) => ({ cancel: blocked.includes(url) }),
    { urls: ['<all_urls>'] },
    ['blocking'],
  );
});
