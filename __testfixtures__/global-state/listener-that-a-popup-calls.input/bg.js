let opened = 0;
chrome.tabs.onRemoved.addListener(() => {
  console.log(opened);
});
chrome.runtime.onMessage.addListener(onMessage);
