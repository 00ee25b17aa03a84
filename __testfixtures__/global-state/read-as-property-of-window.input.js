var n = 0;
chrome.tabs.onCreated.addListener(() => { n++; });
chrome.action.onClicked.addListener(() => { console.log(window.n); });
