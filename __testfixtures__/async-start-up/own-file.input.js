let rules = [];
fetch(chrome.runtime.getURL('rules.json'))
  .then((response) => response.json())
  .then((data) => {
    rules = data;
  });
chrome.tabs.onUpdated.addListener((id, info) => {
  if (rules.includes(info.url)) chrome.tabs.remove(id);
});
