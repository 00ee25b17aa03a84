let version = chrome.runtime.getManifest().version;
if (localStorage.version !== version) {
  chrome.tabs.create({ url: 'news.html' });
  localStorage.version = version;
}
chrome.runtime.onMessage.addListener((message) => {
  version = message.version;
});
chrome.tabs.onCreated.addListener(() => {
  localStorage.count = Number(localStorage.count) + 1;
});
