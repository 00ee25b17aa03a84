let rules = [];
const rulesLoaded = fetch(chrome.runtime.getURL('rules.json'))
  .then((response) => response.json())
  .then((data) => {
    rules = data;
  }).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id, info) => {
  await rulesLoaded;
  if (rules.includes(info.url)) chrome.tabs.remove(id);
});
