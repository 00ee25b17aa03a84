chrome.tabs.onHighlightChanged.addListener(({ tabIds }) => console.log(tabIds));
const { tabs } = chrome;
tabs.onHighlightChanged.removeListener(console.log);
