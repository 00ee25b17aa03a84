let blocked = [];

const blockedLoaded = new Promise((resolve) => chrome.storage.local.get({ blocked: [] }, resolve)).then((items) => {
  blocked = items.blocked;
}).catch(console.error);

chrome.webRequest.onBeforeRequest.addListener(async (details) => {
  if (details.type === 'main_frame') return {};
  await blockedLoaded;
  const found = blocked.find((one) => details.url.includes(one));
  return { cancel: found !== undefined };
}, { urls: ['<all_urls>'] }, ['blocking']);
