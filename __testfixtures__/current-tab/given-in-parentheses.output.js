chrome.action.onClicked.addListener((tab) => (console.log('reload'), chrome.tabs.reload(tab.id)));
chrome.action.onClicked.addListener((tab) => {
  ({ id: tab.id, muted: mute(tab) });
});

function mute(tab) {
  chrome.tabs.update(tab.id, { muted: true });
}
