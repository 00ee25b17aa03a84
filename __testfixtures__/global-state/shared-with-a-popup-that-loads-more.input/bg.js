chrome.tabs.onCreated.addListener(() => {
  countOpened();
});
chrome.tabs.onRemoved.addListener(() => {
  console.log(opened);
});
