let blocked = [];

chrome.storage.local.get({ blocked: [] }, (items) => {
  blocked = items.blocked;
});

chrome.webRequest.onBeforeRequest.addListener((details) => {
  if (details.type === 'main_frame') return {};
  const found = blocked.find((one) => details.url.includes(one));
  return { cancel: found !== undefined };
}, { urls: ['<all_urls>'] }, ['blocking']);
