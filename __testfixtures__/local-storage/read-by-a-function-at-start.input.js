function update() {
  chrome.browserAction.setBadgeText({ text: localStorage.mode || '' });
}
chrome.tabs.onRemoved.addListener(update);
update();
chrome.tabs.onCreated.addListener(() => {
  localStorage.mode = localStorage.mode === 'a' ? 'b' : 'a';
});
