let last = undefined;
let shown = 0;
let begun = 0;
let times = 0;
let since = 0;

chrome.tabs.onCreated.addListener(() => {
  // Nothing is more than a second since undefined.
  if (Date.now() - last > 1000) chrome.action.setBadgeText({ text: '+' });
  last = Date.now();
});

chrome.tabs.onUpdated.addListener(() => {
  if (Date.now() - shown > 1000) {
    chrome.action.setTitle({ title: `after ${Date.now() - shown} ms` });
    shown = Date.now();
  }
});

chrome.tabs.onRemoved.addListener(() => {
  begun ||= Date.now();
  if (Date.now() - begun < 1000) chrome.action.setBadgeText({ text: '-' });
});

chrome.tabs.onMoved.addListener(() => {
  if (times > 5) return;
  if (Date.now() - since > 1000) {
    since = Date.now();
    times = 0;
  }
  times += 1;
});
