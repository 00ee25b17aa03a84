class Notification {
  constructor(title) { console.log(title); }
}
chrome.tabs.onCreated.addListener(() => {
  new Notification('New', { icon: 'bell.png', body: 'tab' });
});
