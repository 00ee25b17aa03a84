let mode = 'off';
if (chrome.storage.managed) mode = 'managed';
chrome.action.onClicked.addListener(() => {
  mode = mode === 'on' ? 'off' : 'on';
});
