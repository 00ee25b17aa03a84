let lastUrl = '';
let seen = [];

function withActiveTab(callback) {
  chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => {
    if (tabs.length > 0) callback(tabs[0]);
  });
}

function withUrl(callback) {
  if (callback) withActiveTab((tab) => callback(tab.url || ''));
}

chrome.tabs.onCreated.addListener(() => {
  withActiveTab((tab) => {
    seen.push(tab.id);
  });
});

chrome.tabs.onRemoved.addListener(() => {
  withUrl((url) => {
    lastUrl = url;
  });
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setTitle({ title: `${lastUrl} ${seen.join()}` });
});
