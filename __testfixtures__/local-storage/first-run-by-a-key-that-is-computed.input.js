if (localStorage.version !== '2') {
  chrome.tabs.create({ url: 'news.html' });
  localStorage.version = '2';
}
chrome.runtime.onMessage.addListener(({ key, value }) => {
  localStorage['option.' + key] = value;
  localStorage[key] = value;
});
