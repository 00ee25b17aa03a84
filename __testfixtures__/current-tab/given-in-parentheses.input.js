chrome.action.onClicked.addListener(() => chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => (console.log('reload'), chrome.tabs.reload(tabs[0].id))));
chrome.action.onClicked.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => ({ id: tabs[0].id, muted: mute(tabs[0]) }));
});

function mute(tab) {
  chrome.tabs.update(tab.id, { muted: true });
}
