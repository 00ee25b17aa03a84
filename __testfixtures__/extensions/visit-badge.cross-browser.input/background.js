// What was seen since the browser started.
let pages = 0;
let hosts = {};
let current = '';

function countPage(url) {
  const { host } = new URL(url);
  pages++;
  hosts[host] = (hosts[host] || 0) + 1;
  showPages();
}

function showPages() {
  chrome.browserAction.setBadgeText({ text: String(pages) });
}

function follow(url) {
  current = url;
  chrome.browserAction.setTitle({ title: current ? `At ${current}` : 'Nowhere' });
}

chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (change.status !== 'complete' || !/^http/.test(tab.url)) return;
  countPage(tab.url);
  follow(tab.url);
});

chrome.browserAction.onClicked.addListener(() => {
  pages = 0;
  hosts = {};
  showPages();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'hosts') sendResponse(hosts);
  if (message === 'where') sendResponse(current);
  if (message === 'forget') follow('');
});

// The first title of a day.
follow('nothing yet');
