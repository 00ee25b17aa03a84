let count = 0;
function report(value = count) { console.log(value); }
chrome.tabs.onCreated.addListener(() => { count++; });
chrome.action.onClicked.addListener(() => report());
