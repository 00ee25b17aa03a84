window.count = 0;
window.last = '';
var open = 0;

chrome.tabs.onCreated.addListener((tab) => {
  window.count++;
  open++;
  Object.assign(window, { last: tab.title });
});

chrome.browserAction.onClicked.addListener(() => {
  const { count, open: opened } = window;
  console.log(count, opened, window.last);
});
