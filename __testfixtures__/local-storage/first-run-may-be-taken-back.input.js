if (!localStorage.installed) {
  localStorage.installed = true;
  chrome.tabs.create({ url: 'welcome.html' });
}
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'reset') delete localStorage.installed;
});
