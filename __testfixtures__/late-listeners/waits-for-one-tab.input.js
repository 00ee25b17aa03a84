chrome.browserAction.onClicked.addListener(() => {
  chrome.tabs.create({ url: 'page.html' }, (tab) => {
    chrome.tabs.onUpdated.addListener(function loaded(id, info) {
      if (id !== tab.id || info.status !== 'complete') return;
      chrome.tabs.onUpdated.removeListener(loaded);
      chrome.tabs.sendMessage(id, 'go');
    });
  });
});
