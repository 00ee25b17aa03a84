let since = 0;
since = Date.now();
chrome.tabs.onCreated.addListener(() => {
  since = 5;
});
chrome.tabs.onRemoved.addListener(() => console.log(since));
