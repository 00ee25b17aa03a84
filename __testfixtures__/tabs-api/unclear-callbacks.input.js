chrome.tabs.getSelected(null, show.bind(null, 1));
chrome.tabs.getSelected(null, (tab, extra) => show(tab, extra));
chrome.tabs.getSelected(null, function () { show(...arguments); });
chrome.tabs.getSelected(null, (tab = {}) => show(tab));
const waiting = chrome.tabs.getSelected(null);
function show(...all) { console.log(all, waiting); }
