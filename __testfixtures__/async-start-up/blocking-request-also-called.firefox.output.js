let blocked = [];

const blockedLoaded = browser.storage.local.get({ blocked: [] }).then((items) => {
  blocked = items.blocked;
}).catch(console.error);

function check({ url }) {
  return { cancel: blocked.includes(url) };
}

browser.webRequest.onBeforeRequest.addListener(async (...args) => {
  await blockedLoaded;
  return check(...args);
}, { urls: ['<all_urls>'] }, ['blocking']);
browser.tabs.onUpdated.addListener(async (id, change) => {
  await blockedLoaded;
  if (change.url && check(change).cancel) browser.tabs.remove(id);
});
