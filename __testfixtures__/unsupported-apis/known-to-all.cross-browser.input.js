chrome.tabs.query({}, console.log);
chrome.notifications.onButtonClicked.addListener(() => {});
chrome.tabs.onReplaced.addListener(() => {});
chrome.storage.session.get(console.log);
chrome.devtools?.panels.create("x", "", "x.html");
chrome.extension.isAllowedIncognitoAccess(console.log);
chrome.runtime.getContexts({});
