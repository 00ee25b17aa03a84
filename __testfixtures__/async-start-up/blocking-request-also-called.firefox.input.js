let blocked = [];

browser.storage.local.get({ blocked: [] }).then((items) => {
  blocked = items.blocked;
});

function check({ url }) {
  return { cancel: blocked.includes(url) };
}

browser.webRequest.onBeforeRequest.addListener(check, { urls: ['<all_urls>'] }, ['blocking']);
browser.tabs.onUpdated.addListener((id, change) => {
  if (change.url && check(change).cancel) browser.tabs.remove(id);
});
