let openTabs = 0;

[
  [chrome.tabs.onCreated, () => { openTabs++; }],
  [chrome.tabs.onRemoved, () => { openTabs--; }],
  [chrome.commands.onCommand, () => { chrome.browserAction.setBadgeText({ text: String(openTabs) }); }],
].forEach(([event, listener]) => event.addListener(listener));
