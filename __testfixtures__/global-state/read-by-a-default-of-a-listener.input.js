let count = 0;
chrome.tabs.onCreated.addListener(() => { count++; });
chrome.action.onClicked.addListener((tab, value = count) => console.log(value));
