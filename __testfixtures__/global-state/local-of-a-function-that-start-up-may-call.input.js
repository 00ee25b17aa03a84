function watch() {
  let count = 0;
  chrome.tabs.onCreated.addListener(() => {
    count++;
    chrome.browserAction.setBadgeText({ text: String(count) });
  });
}
if (navigator.onLine) watch();
