var visits = Number(localStorage.visits || 0);
var last = localStorage.getItem("last");
var mode = localStorage.mode || "off";

chrome.tabs.onUpdated.addListener(function (tabId, info, tab) {
  visits++;
  last = tab.url;
  if (!info.url) return;
  localStorage.setItem("last", last);
  localStorage.visits = 0;
});

chrome.browserAction.onClicked.addListener(function (tab) {
  mode = tab.url;
  chrome.tabs.sendMessage(tab.id, { visits: visits, last: last, mode: mode });
});
