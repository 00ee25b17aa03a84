window.count = 0;
function bump(window) {
  count++;
}
chrome.tabs.onCreated.addListener(() => bump({ count: 5 }));
chrome.action.onClicked.addListener(() => console.log(window.count));
