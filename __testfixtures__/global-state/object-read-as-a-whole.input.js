const settings = {
  enabled: false,
  seen: [],

  note(id) {
    this.seen.push(id);
  },
};
chrome.tabs.onRemoved.addListener((id) => settings.note(id));
chrome.action.onClicked.addListener(() => {
  settings.enabled = !settings.enabled;
  console.log(JSON.stringify(settings), settings && 'seen' in settings);
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'get') sendResponse({ settings });
});
