let mode = 'page';
chrome.storage.local.get({ mode }, (items) => {
  mode = items.mode;
  chrome.commands.onCommand.addListener(() => {
    if (mode === 'popup') chrome.action.openPopup();
  });
});
