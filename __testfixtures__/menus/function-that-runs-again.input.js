function init() {
  chrome.contextMenus.create({ id: 'a', title: 'A' });
  chrome.omnibox.setDefaultSuggestion({ description: 'Search' });
}

init();
chrome.storage.onChanged.addListener(() => init());
