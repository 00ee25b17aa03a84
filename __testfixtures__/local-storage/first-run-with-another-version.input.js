if (localStorage.version !== chrome.runtime.getManifest().version) {
  chrome.tabs.create({ url: 'news.html' });
  localStorage.version = 'seen';
}
chrome.tabs.onCreated.addListener(() => {
  localStorage.count = Number(localStorage.count) + 1;
});
