function init(title) {
  if (chrome.contextMenus) {
    chrome.contextMenus.create({ id: 'a', title }, function() {
      void chrome.runtime.lastError;
    });
    chrome.omnibox.setDefaultSuggestion({ description: 'Search' });
  }
}

init('A');
