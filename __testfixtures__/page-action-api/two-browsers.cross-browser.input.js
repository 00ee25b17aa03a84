chrome.pageAction.show(1);
chrome.pageAction?.hide(1);
if (chrome.pageAction) chrome.pageAction.setTitle({ tabId: 1, title: "x" });
else chrome.action.setTitle({ tabId: 1, title: "x" });
