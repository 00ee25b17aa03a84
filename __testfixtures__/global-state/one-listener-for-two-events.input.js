let current = 0;
function note(tab) {
  current = tab.windowId;
}
chrome.tabs.onCreated.addListener(note);
chrome.action.onClicked.addListener(note);
chrome.tabs.onRemoved.addListener(() => console.log(current));
