if (localStorage.installed === null) {
  localStorage.installed = 1;
  chrome.tabs.create({ url: 'welcome.html' });
}
chrome.tabs.onCreated.addListener(() => {
  localStorage.count = Number(localStorage.count) + 1;
});
