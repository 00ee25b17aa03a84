let blocked = 0;
const stateRestored = browser.storage.session.get({ blocked }).then((saved) => {
  blocked = saved.blocked;
}).catch(console.error);
browser.webRequest.onBeforeRequest.addListener(async (details) => {
  await stateRestored;
  blocked++;
  browser.storage.session.set({ blocked });
  return { cancel: blocked % 2 === 0 };
}, { urls: ['<all_urls>'] }, ['blocking']);
