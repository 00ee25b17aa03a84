let titles = {};
const stateRestored = chrome.storage.session.get({ titles }).then((saved) => {
  titles = saved.titles;
}).catch(console.error);

function titlesOf(tabs) {
  const found = {};
  tabs.forEach((tab) => {
    found[tab.id] = tab.title;
  });
  return found;
}

chrome.tabs.onCreated.addListener(() => {
  chrome.tabs.query({}, async (tabs) => {
    await stateRestored;
    titles = titlesOf(tabs);
    chrome.storage.session.set({ titles });
  });
});
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  chrome.browserAction.setTitle({ title: titles[tabId] || '' });
});
