const settings = {
  enabled: false,

  note(url) {
    this.url = url;
  },
};
chrome.tabs.onUpdated.addListener((id, info, tab) => {
  if (info.status === 'complete') settings.note(tab.url);
});
chrome.action.onClicked.addListener(() => {
  console.log(Object.keys(settings), settings.url);
});
