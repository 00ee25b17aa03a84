if (localStorage.getItem('installed') === null) {
  localStorage.setItem('count', 0);
  localStorage.setItem('installed', Date.now());
  chrome.tabs.create({ url: 'welcome.html' });
}
if (typeof localStorage.theme === 'undefined') localStorage.theme = '';
if (!('sort' in localStorage)) localStorage.sort = 'title';
chrome.tabs.onCreated.addListener(() => {
  localStorage.count = Number(localStorage.count) + 1;
});
chrome.runtime.onMessage.addListener((message) => {
  if (message.theme !== undefined) localStorage.theme = message.theme;
});
