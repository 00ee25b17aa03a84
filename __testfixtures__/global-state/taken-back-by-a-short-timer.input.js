let last = null;
let isNew = false;
const canceled = {};

chrome.tabs.onCreated.addListener((tab) => {
  last = tab;
  setTimeout(() => {
    last = null;
  }, 2000);
  isNew = true;
  setTimeout(() => { isNew = false; }, 500);
});

chrome.webNavigation.onBeforeNavigate.addListener((details) => {
  if (canceled[details.tabId]) {
    canceled[details.tabId].urls[details.url] = true;
    return;
  }
  canceled[details.tabId] = { urls: { [details.url]: true } };
  setTimeout(() => {
    if (canceled[details.tabId]) delete canceled[details.tabId];
  }, 2000);
  if (isNew && last && last.id === details.tabId) chrome.browserAction.setTitle({ title: 'new' });
});

chrome.tabs.onRemoved.addListener((id) => {
  delete canceled[id];
});
