chrome.tabs.onCreated.addListener(() => {
  countOpened();
});
chrome.tabs.onRemoved.addListener(() => {
  console.log(opened);
});
chrome.browserAction.onClicked.addListener(() => {
  for (const view of chrome.extension.getViews({ type: 'tab' })) view.countOpened();
});
