let hosts = {};
let ready = false;
let waiting = [];

function whenReady(fn) {
  if (ready) fn();
  else waiting.push(fn);
}

function toggle(tab) {
  whenReady(() => {
    hosts[tab.url] = !hosts[tab.url];
    chrome.storage.sync.set({ hosts });
  });
}

chrome.action.onClicked.addListener(toggle);

chrome.tabs.onUpdated.addListener((id, { url }) => {
  whenReady(() => {
    if (hosts[url]) chrome.action.setBadgeText({ tabId: id, text: 'on' });
  });
});

chrome.tabs.onMoved.addListener((id) => {
  whenReady(() => {
    chrome.storage.sync.set({ moved: id });
  });
});
