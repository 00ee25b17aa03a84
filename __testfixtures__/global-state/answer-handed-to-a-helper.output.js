let cache = {};
const stateRestored = chrome.storage.session.get({ cache }).then((saved) => {
  cache = saved.cache;
}).catch(console.error);
function load(url, respond) {
  if (cache[url]) {
    respond(cache[url]);
    return;
  }
  chrome.tabs.create({ url }, (tab) => {
    cache[url] = tab.id;
    chrome.storage.session.set({ cache });
    respond(tab.id);
  });
}
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.url) {
    stateRestored.then(() => {
      load(message.url, sendResponse);
    });
    return true;
  }
});
