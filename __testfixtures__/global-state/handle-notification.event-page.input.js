let last = null;

chrome.tabs.onCreated.addListener((tab) => {
  if (last) last.close();
  last = new Notification(tab.title);
});
