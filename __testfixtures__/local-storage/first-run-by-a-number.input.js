const VERSION = 3;
if (localStorage.version !== VERSION) {
  chrome.tabs.create({ url: 'news.html' });
  localStorage.version = VERSION;
}
chrome.tabs.onCreated.addListener(() => {
  localStorage.count = Number(localStorage.count) + 1;
});
