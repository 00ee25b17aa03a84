let rules = [];
fetch('https://example.com/rules.json').then((r) => r.json()).then((list) => { rules = list; });
chrome.tabs.onUpdated.addListener((id, change, tab) => {
  if (rules.includes(tab.url)) chrome.tabs.remove(id);
});
function setTimeout(a) { return a; }
