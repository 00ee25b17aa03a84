const map = {};
chrome.tabs.onCreated.addListener((tab) => {
  const entry = { n: 0 };
  map[tab.id] = entry;
  map[tab.id + 100] = entry;
});
chrome.tabs.onRemoved.addListener((id) => { if (map[id]) map[id].n = 1; });
chrome.action.onClicked.addListener(() => console.log(JSON.stringify(map)));
