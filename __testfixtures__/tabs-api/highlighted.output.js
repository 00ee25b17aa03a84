chrome.tabs.onHighlighted.addListener(({ tabIds }) => console.log(tabIds));
const { tabs } = chrome;
tabs.onHighlighted.removeListener(console.log);
