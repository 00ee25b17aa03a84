chrome.runtime.onInstalled.addListener(() => {
  chrome.tabs.create({ url: 'docs/welcome.html' });
});
