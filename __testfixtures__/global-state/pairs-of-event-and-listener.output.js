let openTabs = 0;
const stateRestored = chrome.storage.session.get({ openTabs }).then((saved) => {
  openTabs = saved.openTabs;
}).catch(console.error);

[
  [chrome.tabs.onCreated, async () => {
    await stateRestored;
    openTabs++;
    chrome.storage.session.set({ openTabs });
  }],
  [chrome.tabs.onRemoved, async () => {
    await stateRestored;
    openTabs--;
    chrome.storage.session.set({ openTabs });
  }],
  [chrome.commands.onCommand, async () => {
    await stateRestored;
    chrome.browserAction.setBadgeText({ text: String(openTabs) });
  }],
].forEach(([event, listener]) => event.addListener(listener));
