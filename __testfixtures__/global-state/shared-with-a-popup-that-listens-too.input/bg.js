chrome.tabs.onRemoved.addListener(() => {
  console.log(opened);
});
