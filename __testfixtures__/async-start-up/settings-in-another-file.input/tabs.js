reloadSettings();

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message === 'saved') reloadSettings();
  if (message === 'get') getSettings(sendResponse);
  return message === 'get';
});

chrome.tabs.onCreated.addListener(function (tab) {
  if (settings.mute) chrome.tabs.update(tab.id, { muted: true });
});
