let cache = {};
function load(url, respond) {
  if (cache[url]) {
    respond(cache[url]);
    return;
  }
  chrome.tabs.create({ url }, (tab) => {
    cache[url] = tab.id;
    respond(tab.id);
  });
}
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.url) {
    load(message.url, sendResponse);
    return true;
  }
});
