let status = '';
chrome.tabs.onUpdated.addListener((id, info) => {
  status = info.status;
});
chrome.action.onClicked.addListener(() => console.log(String(status)));
