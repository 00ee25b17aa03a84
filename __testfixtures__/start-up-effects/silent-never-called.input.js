function welcome() {
  chrome.tabs.create({ url: 'welcome.html' });
}
chrome.runtime.onMessage.addListener(() => welcome());
