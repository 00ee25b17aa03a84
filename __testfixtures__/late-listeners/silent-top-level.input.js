chrome.tabs.onCreated.addListener(() => {});
if (chrome.webNavigation) chrome.webNavigation.onCommitted.addListener(() => {});
