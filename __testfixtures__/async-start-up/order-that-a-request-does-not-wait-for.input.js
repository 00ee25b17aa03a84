let options = { strict: false };
let blocked = 0;
chrome.storage.session.get({ blocked }, (saved) => {
  blocked = saved.blocked;
});
chrome.storage.sync.get({ strict: false }, (items) => {
  options = items;
});
chrome.webRequest.onBeforeRequest.addListener(() => {
  blocked++;
  chrome.storage.session.set({ blocked });
  return { cancel: true };
}, { urls: ['https://ads.example/*'] }, ['blocking']);
chrome.action.onClicked.addListener(() => {
  if (options.strict) blocked = 0;
  chrome.storage.session.set({ blocked });
});
