let titles = {};

function titlesOf(tabs) {
  const found = {};
  tabs.forEach((tab) => {
    found[tab.id] = tab.title;
  });
  return found;
}

chrome.tabs.onCreated.addListener(() => {
  chrome.tabs.query({}, (tabs) => {
    titles = titlesOf(tabs);
  });
});
chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.browserAction.setTitle({ title: titles[tabId] || '' });
});
