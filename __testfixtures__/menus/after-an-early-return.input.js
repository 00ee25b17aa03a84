function init() {
  if (localStorage.menu === 'off') return;
  chrome.contextMenus.create({ id: 'a', title: 'A' });
  chrome.omnibox.setDefaultSuggestion({ description: 'Search' });
}

init();
