self.flag = true;
chrome.tabs.onCreated.addListener(() => { delete self.flag; });
chrome.tabs.onRemoved.addListener(() => { self.flag = true; });
chrome.action.onClicked.addListener(() => console.log(typeof self.flag));
