var last;
chrome.tabs.onCreated.addListener(({ id }) => {
  last = id;
});
