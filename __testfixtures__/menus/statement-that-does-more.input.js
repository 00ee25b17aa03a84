function init(title) {
  if (chrome.contextMenus) {
    chrome.contextMenus.create({ id: 'a', title });
    chrome.omnibox.setDefaultSuggestion({ description: 'Search' });
  }
}

init('A');
