chrome.tabs.getSelected(tab => console.log(tab));
chrome.tabs.getSelected(undefined, function({ id }) {
  console.log(id);
});
chrome.tabs.getSelected(null, show);
chrome.tabs.getSelected(null, tabs.show);
chrome.tabs.getSelected(null, () => console.log('any'));
chrome.tabs.getSelected(null, async (tab) => { await tab; });
function show(tab) { console.log(tab.url); }
var tabs = { show };
