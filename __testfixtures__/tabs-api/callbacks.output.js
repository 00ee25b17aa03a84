chrome.tabs.query({ active: true, lastFocusedWindow: true }, ([tab]) => console.log(tab));
chrome.tabs.query({ active: true, lastFocusedWindow: true }, function([{ id }]) {
  console.log(id);
});
chrome.tabs.query({ active: true, lastFocusedWindow: true }, ([tab]) => show(tab));
chrome.tabs.query({ active: true, lastFocusedWindow: true }, ([tab]) => tabs.show(tab));
chrome.tabs.query({ active: true, lastFocusedWindow: true }, () => console.log('any'));
chrome.tabs.query({ active: true, lastFocusedWindow: true }, async ([tab]) => { await tab; });
function show(tab) { console.log(tab.url); }
var tabs = { show };
