chrome.runtime.setUninstallURL('https://example.com/bye');
chrome.omnibox.setDefaultSuggestion({ description: 'Search' });
chrome.browserAction.setBadgeBackgroundColor({ color: 'red' });
