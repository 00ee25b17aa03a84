chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.create({ url: 'options.html' }, (options) => {
    chrome.tabs.onRemoved.addListener(function closed(id) {
      if (id !== options.id) return;
      chrome.tabs.onRemoved.removeListener(closed);
      chrome.tabs.update(tab.id, { active: true });
    });
  });
});
