let title = 'Clip';

chrome.storage.local.get({ title: 'Clip' }, (items) => {
  title = items.title;
  (chrome.action || chrome.browserAction).onClicked.addListener((tab) => {
    chrome.tabs.sendMessage(tab.id, { title });
  });
});
