let opened = 0;
chrome.tabs.onCreated.addListener(() => {
  opened++;
});
chrome.tabs.onRemoved.addListener(() => {
  console.log(opened);
});
