function init() {
  chrome.contextMenus.create({ id: 'a', title: 'A' }, () => void chrome.runtime.lastError);
  chrome.omnibox.setDefaultSuggestion({ description: 'Search' });
}

init();
chrome.storage.onChanged.addListener(() => init());
