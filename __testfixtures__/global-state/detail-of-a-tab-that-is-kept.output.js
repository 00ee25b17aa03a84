let currentTab;
const stateRestored = chrome.storage.session.get({ currentTab: { value: currentTab } }).then((saved) => {
  currentTab = saved.currentTab.value;
}).catch(console.error);

function isWeb(url) {
  const parsed = new URL(url);
  return parsed.protocol.startsWith('http');
}

chrome.tabs.onActivated.addListener(() => {
  chrome.tabs.query({ active: true }, async (tabs) => {
    await stateRestored;
    if (currentTab) console.log(currentTab.title);
    if (tabs[0]) {
      currentTab = tabs[0];
      chrome.storage.session.set({ currentTab: { value: currentTab } });
      if (currentTab.url && isWeb(currentTab.url)) console.log(currentTab.url);
    }
  });
});
