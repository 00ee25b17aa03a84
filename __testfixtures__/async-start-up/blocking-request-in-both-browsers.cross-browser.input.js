let blocked = [];

browser.storage.local.get({ blocked: [] }).then((items) => {
  blocked = items.blocked;
});

browser.webRequest.onBeforeRequest.addListener(
  ({ url }) => ({ cancel: blocked.includes(url) }),
  { urls: ['<all_urls>'] },
  ['blocking'],
);
