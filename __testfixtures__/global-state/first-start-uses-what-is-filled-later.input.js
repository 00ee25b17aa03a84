const sites = [];
let count = 0;

function refresh() {
  count++;
  chrome.browserAction.setBadgeText({ text: `${count}/${sites.length}` });
}

refresh();
sites.push('https://a.example/');
chrome.tabs.onCreated.addListener(refresh);
