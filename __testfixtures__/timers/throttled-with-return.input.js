let timer = null;

chrome.tabs.onCreated.addListener(() => {
  if (timer !== null) return;
  timer = setTimeout(() => {
    timer = null;
    chrome.action.setBadgeText({ text: '!' });
  }, 60000);
});
