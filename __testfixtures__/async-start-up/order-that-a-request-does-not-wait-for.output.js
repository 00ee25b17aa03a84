let options = { strict: false };
let blocked = 0;
const blockedLoaded = chrome.storage.session.get({ blocked }).then((saved) => {
  blocked = saved.blocked;
}).catch(console.error);
const optionsLoaded = chrome.storage.sync.get({ strict: false }).then((items) => {
  options = items;
}).catch(console.error);
chrome.webRequest.onBeforeRequest.addListener(() => {
  blocked++;
  chrome.storage.session.set({ blocked });
  return { cancel: true };
}, { urls: ['https://ads.example/*'] }, ['blocking']);
chrome.action.onClicked.addListener(async () => {
  await optionsLoaded;
  await blockedLoaded;
  if (options.strict) blocked = 0;
  chrome.storage.session.set({ blocked });
});
